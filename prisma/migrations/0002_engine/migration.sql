-- The log is partitioned by time, which Prisma's schema cannot say: the empty table of 0001 makes room for one that is.
drop table "log_entry";
create table "log_entry" (
  "subject_id" uuid not null references "subject" ("id"),
  "seq" integer not null,
  "at" timestamptz(3) not null,
  "case_id" uuid not null,
  "event" jsonb not null,
  "actor_id" text not null,
  "actor_role" text not null,
  "machine_version" integer not null,
  "idempotency_key" text,
  "prev_hash" text not null,
  "hash" text not null,
  constraint "log_entry_pkey" primary key ("subject_id", "seq", "at")
) partition by range ("at");
create index "log_entry_subject_id_idempotency_key_idx" on "log_entry" ("subject_id", "idempotency_key");
create index "log_entry_case_id_at_idx" on "log_entry" ("case_id", "at");
create table "log_entry_rest" partition of "log_entry" default;

-- A partition a quarter. Workers call this daily for the year ahead; what comes in before its partition exists lies in the rest.
create function ensure_log_partitions(since date, until date) returns void language plpgsql as $$
declare
  quarter date := date_trunc('quarter', since)::date;
  name text;
begin
  while quarter < until loop
    name := 'log_entry_' || to_char(quarter, 'YYYY"q"Q');
    if to_regclass(name) is null then
      execute format('create table %I partition of log_entry for values from (%L) to (%L)', name, quarter, (quarter + interval '3 months')::date);
    end if;
    quarter := (quarter + interval '3 months')::date;
  end loop;
end $$;
select ensure_log_partitions('2026-01-01', '2028-01-01');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
-- Row triggers of a partitioned table reach its partitions; truncation has to be refused on each side by itself.
create trigger log_entry_is_append_only before update or delete on "log_entry" for each row execute function refuse_change();
create trigger log_entry_is_not_truncated before truncate on "log_entry" for each statement execute function refuse_change();

-- All that one step writes, in one round trip. Raises 40001 when somebody else wrote in between (the engine tries again) and
-- GW001 when the idempotency key has been used meanwhile (the engine gives the first answer).
create function commit_step(
  p_id uuid, p_case uuid, p_seq integer, p_value jsonb, p_context jsonb, p_timers jsonb,
  p_phase text, p_states text[], p_turns text[], p_status text, p_prev text, p_hash text, p_at timestamptz,
  p_event jsonb, p_actor text, p_role text, p_machine integer, p_key text,
  p_jobs jsonb, p_drop text[], p_desks jsonb
) returns void language plpgsql as $$
declare
  job jsonb;
  job_key text;
begin
  if p_key is not null and exists (
    select from log_entry where subject_id = p_id and idempotency_key = p_key and at > p_at - interval '90 days'
  ) then
    raise exception 'idempotency key used' using errcode = 'GW001';
  end if;

  update subject set version = p_seq, value = p_value, context = p_context, timers = p_timers, phase = p_phase, states = p_states,
    turns = p_turns, status = p_status, head = p_hash, machine_version = p_machine, changed_at = p_at
  where id = p_id and version = p_seq - 1;
  if not found then
    raise exception 'subject % is not at version %', p_id, p_seq - 1 using errcode = '40001';
  end if;

  insert into log_entry (subject_id, seq, at, case_id, event, actor_id, actor_role, machine_version, idempotency_key, prev_hash, hash)
  values (p_id, p_seq, p_at, p_case, p_event, p_actor, p_role, p_machine, p_key, p_prev, p_hash);

  foreach job_key in array p_drop loop
    perform graphile_worker.remove_job(job_key);
  end loop;
  for job in select * from jsonb_array_elements(p_jobs) loop
    perform graphile_worker.add_job(job->>'task', (job->'payload')::json, run_at := (job->>'runAt')::timestamptz, max_attempts := 12, job_key := job->>'key');
  end loop;

  if p_desks is not null then
    delete from desk_item where subject_id = p_id and desk not in (select d->>'desk' from jsonb_array_elements(p_desks) d);
    insert into desk_item (desk, subject_id, case_id, since, due_at)
    select d->>'desk', p_id, p_case, p_at, (d->>'dueAt')::timestamptz from jsonb_array_elements(p_desks) d
    on conflict (desk, subject_id) do update set due_at = excluded.due_at where desk_item.due_at is distinct from excluded.due_at;
  end if;
end $$;
