import type { Pool } from "pg";

/**
 * Many cases at once, as rows: for what depends on how many there are (plans, pages, times). Their logs are empty; what they look
 * like is what `project` writes for a case that waits for its proposal.
 */
export async function crowd(pool: Pool, count: number, desk = "advisor"): Promise<void> {
  await pool.query(
    `insert into subject (id, kind, case_id, public_id, machine_version, version, value, context, timers, phase, states, turns, status, head, opened_at, changed_at)
     select id, 'onboarding', id, 'GW-' || upper(substr(md5(n::text), 1, 12)), 1, 0, '"advising"', '{"advisor":null,"hold":null}', '{}', 'advising',
       '{advising}', '{us}', 'active', repeat('0', 64), at, at
     from (select n, gen_random_uuid() as id, timestamptz '2026-09-01T00:00:00Z' + n * interval '1 second' as at from generate_series(1, $1) n) as made`,
    [count],
  );
  await pool.query(
    `insert into desk_item (desk, subject_id, case_id, since, due_at)
     select $1, id, id, opened_at, opened_at + interval '1 day' from subject where kind = 'onboarding' and version = 0`,
    [desk],
  );
  await pool.query(
    `insert into case_card (case_id, merchant_name, contact_name, contact_email, lang, countries, website, volume_band, risk, changed_at)
     select id, 'Merchant ' || public_id, 'Contact', lower(public_id) || '@example.com', 'ko', array[(array['VN','ID','TH','JP'])[1 + abs(hashtext(public_id)) % 4]],
       null, null, abs(hashtext(public_id)) % 100, opened_at from subject where kind = 'onboarding' and version = 0`,
  );
  await pool.query("analyze subject, desk_item, case_card");
}
