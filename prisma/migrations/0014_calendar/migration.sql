-- Working days as versioned data: the lists that ship with the build hold until one of the same country is published here.
create table "calendar_version" (
  "id" uuid primary key,
  "country" text not null,
  "version" text not null,
  "body" jsonb not null,
  "published_by" text not null,
  "published_at" timestamptz(3) not null,
  unique ("country", "version")
);
create index "calendar_version_in_force_idx" on "calendar_version" ("country", "published_at" desc, "id" desc);
create trigger calendar_version_is_append_only before update or delete on "calendar_version" for each row execute function refuse_change();

-- Whom a new list touched: which running clock moved, from when to when.
create table "calendar_touch" (
  "calendar_id" uuid not null references "calendar_version" ("id"),
  "subject_id" uuid not null references "subject" ("id"),
  "timer" text not null,
  "case_id" uuid not null,
  "delay" text not null,
  "was" timestamptz(3) not null,
  "becomes" timestamptz(3) not null,
  primary key ("calendar_id", "subject_id", "timer")
);
create index "calendar_touch_case_id_idx" on "calendar_touch" ("case_id");
