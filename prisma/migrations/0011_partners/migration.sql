-- Room PARTNERS: what Prisma's schema cannot say.
alter table "partner"
  add constraint "partner_slug" check ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint "partner_accent" check ("accent" ~ '^#[0-9a-f]{6}$');
alter table "partner_key"
  add foreign key ("partner_id") references "partner" ("id"),
  add constraint "partner_key_mode" check ("mode" in ('test', 'live'));
alter table "partner_log" add foreign key ("partner_id") references "partner" ("id");
alter table "referral"
  add foreign key ("partner_id") references "partner" ("id"),
  add constraint "referral_kind" check ("kind" in ('invitation', 'general')),
  add constraint "an_invitation_has_a_link" check (("kind" = 'invitation') = ("token_hash" is not null)),
  -- Whoever writes the row: what a link that is over carried is not kept.
  add constraint "what_was_handed_over_is_not_kept" check ("prefill" is null or ("used_at" is null and "revoked_at" is null));
alter table "referral_consent"
  add foreign key ("referral_id") references "referral" ("id"),
  add constraint "referral_consent_what" check ("what" in ('prefill', 'status'));
alter table "api_answer" add foreign key ("partner_id") references "partner" ("id");

create trigger partner_log_is_append_only before update or delete on "partner_log" for each row execute function refuse_change();
create trigger partner_log_is_not_truncated before truncate on "partner_log" for each statement execute function refuse_change();
create trigger referral_consent_is_append_only before update or delete on "referral_consent" for each row execute function refuse_change();
create trigger referral_consent_is_not_truncated before truncate on "referral_consent" for each statement execute function refuse_change();

-- How far a referred merchant has come is written down in the commit in which a case of theirs comes so far: partners and funnels read
-- one row a referral, never the log. An inquiry of two tracks is two cases and one referral: the first to come somewhere counts, and it
-- has ended when both have.
create function note_referral_milestone() returns trigger language plpgsql as $$
declare
  referred uuid;
begin
  -- The row is held before the sister is looked at: of two cases that end at once, the second sees the first.
  select r.id into referred from inquiry i join referral r on r.draft_id = i.draft_id where i.case_id = new.id for update of r;
  if referred is null then
    return null;
  end if;
  update referral r set
    inquiry_sent_at = coalesce(r.inquiry_sent_at, new.changed_at),
    proposal_sent_at = case when new.phase = 'deciding' then coalesce(r.proposal_sent_at, new.changed_at) else r.proposal_sent_at end,
    accepted_at = case when new.phase = 'application' then coalesce(r.accepted_at, new.changed_at) else r.accepted_at end,
    approved_at = case when new.phase = 'approved' then coalesce(r.approved_at, new.changed_at) else r.approved_at end,
    live_at = case when new.phase = 'live' then coalesce(r.live_at, new.changed_at) else r.live_at end,
    ended_at = case
      when new.status = 'active' then null
      when exists (
        select from inquiry i join subject c on c.id = i.case_id
        where i.draft_id = r.draft_id and i.case_id <> new.id and c.status = 'active'
      ) then r.ended_at
      else new.changed_at
    end
  where r.id = referred;
  return null;
end $$;
create trigger subject_notes_referral_milestone after update of "phase" on "subject" for each row
  when (new.kind = 'onboarding' and old.phase is distinct from new.phase) execute function note_referral_milestone();
