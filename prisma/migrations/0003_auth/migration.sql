alter table "users"
  add constraint "users_email_is_lower_case" check ("email" = lower("email")),
  add constraint "users_kind" check ("kind" in ('merchant', 'staff')),
  add constraint "users_lang" check ("lang" in ('ko', 'en'));

alter table "second_factor" add foreign key ("user_id") references "users" ("id") on delete cascade;
alter table "held_form" add foreign key ("user_id") references "users" ("id") on delete cascade;
alter table "backup_code" add foreign key ("user_id") references "users" ("id") on delete cascade;

alter table "staff_role"
  add foreign key ("user_id") references "users" ("id") on delete cascade,
  add constraint "staff_role_role" check ("role" in ('advisor', 'reviewer', 'approver', 'integration', 'admin', 'auditor'));
create unique index "staff_role_held_once" on "staff_role" ("user_id", "role") where "revoked_at" is null;

alter table "case_member"
  add foreign key ("case_id") references "subject" ("id") on delete cascade,
  add foreign key ("user_id") references "users" ("id") on delete cascade,
  add constraint "case_member_role" check ("role" in ('owner', 'member'));

alter table "invitation"
  add foreign key ("case_id") references "subject" ("id") on delete cascade,
  add foreign key ("invited_by") references "users" ("id") on delete cascade;

-- Two owners who remove each other at the same moment would each see the other one stay: the case's members are locked first,
-- and whoever comes second is told no.
create function keep_an_owner() returns trigger language plpgsql as $$
begin
  perform from case_member where case_id = old.case_id order by user_id for update;
  if old.role = 'owner'
    and exists (select from subject where id = old.case_id)
    and not exists (select from case_member where case_id = old.case_id and role = 'owner' and user_id <> old.user_id)
    and (tg_op = 'DELETE' or new.role <> 'owner') then
    raise exception 'a case keeps an owner' using errcode = 'GW010';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger case_member_keeps_an_owner before update or delete on "case_member" for each row execute function keep_an_owner();
