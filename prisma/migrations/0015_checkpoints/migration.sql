-- Every hour the heads of all chains that have grown are signed (app/audit/heads.server.ts) and put into the storage as well: whoever
-- rewrites a chain, hashes and all, would have to rewrite what lies elsewhere too. Append-only, like the log.
create table "log_checkpoint" (
  "number" integer primary key,
  "at" timestamptz(3) not null,
  "prev_hash" text not null,
  "hash" text not null,
  "key_id" text not null,
  "signature" text not null
);
create table "log_checkpoint_head" (
  "number" integer not null references "log_checkpoint" ("number"),
  "subject_id" uuid not null references "subject" ("id"),
  "seq" integer not null,
  "head" text not null,
  primary key ("subject_id", "number")
);
create index "log_checkpoint_head_number_idx" on "log_checkpoint_head" ("number");
create trigger log_checkpoint_is_append_only before update or delete on "log_checkpoint" for each row execute function refuse_change();
create trigger log_checkpoint_is_not_truncated before truncate on "log_checkpoint" for each statement execute function refuse_change();
create trigger log_checkpoint_head_is_append_only before update or delete on "log_checkpoint_head" for each row execute function refuse_change();
create trigger log_checkpoint_head_is_not_truncated before truncate on "log_checkpoint_head" for each statement execute function refuse_change();
