import type { Platform } from "#app/platform/platform.ts";

/** Half an hour without a page ends a visit. */
const VISIT_MS = 30 * 60_000;

/**
 * Notes that somebody looks at a case, and says since when what happened is news to them: the end of their visit before this one.
 * null at the first visit ever: then everything is.
 */
export async function visit(
  { pool, now }: Pick<Platform, "pool" | "now">,
  userId: string,
  caseId: string,
): Promise<Date | null> {
  const at = now();
  const { rows } = await pool.query<{ news_since: Date }>({
    name: "visit",
    text: `insert into case_visit as v (user_id, case_id, news_since, last_at) values ($1, $2, '-infinity', $3)
     on conflict (user_id, case_id) do update set
       news_since = case when v.last_at < $4 then v.last_at else v.news_since end, last_at = excluded.last_at
     returning case when news_since = '-infinity' then null else news_since end as news_since`,
    values: [userId, caseId, at, new Date(at.getTime() - VISIT_MS)],
  });
  return rows[0]!.news_since;
}
