-- Room KYC: what Prisma's schema cannot say.
alter table "kyc_revision" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_file" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_draft" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_paper" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_original" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_screening" add foreign key ("case_id") references "subject" ("id");
alter table "kyc_screening" add constraint "kyc_screening_state" check ("state" in ('running', 'clear', 'hit', 'failed'));
alter table "kyc_file" add constraint "kyc_file_type" check ("type" in ('application/pdf', 'image/png', 'image/jpeg'));
create index "kyc_file_present" on "kyc_file" ("case_id", "item") where "removed_at" is null;

-- What the log speaks of stays as it was. (A person can still be forgotten: their revision is deleted, not rewritten.)
create trigger kyc_paper_is_append_only before update or delete on "kyc_paper" for each row execute function refuse_change();
create trigger kyc_revision_is_not_rewritten before update on "kyc_revision" for each row execute function refuse_change();
create trigger kyc_reveal_is_append_only before update or delete on "kyc_reveal" for each row execute function refuse_change();
create trigger kyc_reveal_is_not_truncated before truncate on "kyc_reveal" for each statement execute function refuse_change();
