-- Rooms CHANNELS and CREDENTIALS: what Prisma's schema cannot say.
alter table "test_credentials" add foreign key ("channel_id") references "subject" ("id");
alter table "integration_key" add foreign key ("channel_id") references "subject" ("id");
alter table "live_credentials" add foreign key ("channel_id") references "subject" ("id");
alter table "webhook_endpoint" add foreign key ("case_id") references "subject" ("id");
alter table "live_check" add foreign key ("channel_id") references "subject" ("id");

create trigger key_log_is_append_only before update or delete on "key_log" for each row execute function refuse_change();
create trigger key_log_is_not_truncated before truncate on "key_log" for each statement execute function refuse_change();

-- A key that was fetched or revoked keeps no copy of its secret, whoever writes the row.
alter table "integration_key" add constraint "fetched_keys_are_not_kept"
  check ("sealed" is null or ("fetched_at" is null and "revoked_at" is null));
-- Two people: not even a mistake in the code lets one person make and confirm a key.
alter table "integration_key" add constraint "keys_need_two_people"
  check ("confirmed_by" is null or "confirmed_by" <> "proposed_by" or "replaces" is not null);

alter table "psp_payment" add constraint "psp_payment_amount_is_positive" check ("amount_minor" > 0);
alter table "psp_payment" add constraint "psp_payment_refunds_at_most_what_was_paid"
  check ("refunded_minor" >= 0 and "refunded_minor" <= "amount_minor");

alter table "webhook_endpoint" add constraint "webhook_environment" check ("environment" in ('sandbox', 'live'));
-- The stand-in is one a case.
create unique index "webhook_endpoint_stand_in" on "webhook_endpoint" ("case_id", "environment") where "receiver_id" is not null and "removed_at" is null;
-- What still has to be delivered, for the page and for whoever looks after it.
create index "webhook_delivery_open" on "webhook_delivery" ("next_at") where "state" = 'waiting';
