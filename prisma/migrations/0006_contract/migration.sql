-- Room CONTRACT: what Prisma's schema cannot say.
alter table "contract" add foreign key ("case_id") references "subject" ("id");
alter table "contract_signature" add constraint "contract_signature_side" check ("side" in ('merchant', 'gangway'));
create trigger contract_signature_is_append_only before update or delete on "contract_signature" for each row execute function refuse_change();
create trigger contract_signature_is_not_truncated before truncate on "contract_signature" for each statement execute function refuse_change();

-- A contract is never rewritten; only its signed copy is added, once.
create function contract_keeps_its_words() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'signed_object' - 'signed_sha256' - 'signed_at') is distinct from (to_jsonb(old) - 'signed_object' - 'signed_sha256' - 'signed_at')
    or old.signed_object is not null then
    raise exception 'a contract is not rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger contract_is_not_rewritten before update on "contract" for each row execute function contract_keeps_its_words();

-- Two sides, two people: not even a mistake in the code lets one person sign for both.
create function two_people_sign() returns trigger language plpgsql as $$
begin
  if exists (select from contract_signature where contract_id = new.contract_id and user_id = new.user_id) then
    raise exception 'one person cannot sign for both sides' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger contract_signature_needs_two_people before insert on "contract_signature" for each row execute function two_people_sign();
