-- Room SITE: what Prisma's schema cannot say.
alter table "site_check" add foreign key ("case_id") references "subject" ("id");
alter table "site_check" add constraint "site_check_state" check ("state" in ('waiting', 'running', 'done', 'failed'));
alter table "site_check" add constraint "site_check_cause" check ("cause" in ('merchant', 'reviewer', 'schedule'));
alter table "site_check" add constraint "site_check_goods" check ("goods" in ('physical', 'digital', 'both'));
alter table "site_ruling" add foreign key ("case_id") references "subject" ("id");
alter table "site_ruling" add foreign key ("check_id") references "site_check" ("id");
alter table "site_access" add foreign key ("case_id") references "subject" ("id");
alter table "site_access_view" add foreign key ("case_id") references "subject" ("id");

-- What a reviewer ruled, and who looked at an account, stays as it was.
create trigger site_ruling_is_append_only before update or delete on "site_ruling" for each row execute function refuse_change();
create trigger site_access_view_is_append_only before update or delete on "site_access_view" for each row execute function refuse_change();
