-- Search by pairs of letters (docs/decisions/010-search-by-pairs.md): trigrams find nothing in Korean, where two syllables are a
-- name, and pg_trgm drops whatever the database's locale does not call a letter.

-- A text as it is searched: one form of every letter, small, without blanks and the punctuation of names and addresses.
create function search_key(name text) returns text language sql immutable strict parallel safe
return translate(lower(normalize(name, NFKC)), E' \t\n-_.,:;/()[]&''"@+', '');

-- Its pairs of neighbouring letters, each once.
create function search_pairs(name text) returns text[] language sql immutable strict parallel safe
return (
  select coalesce(array_agg(distinct substr(key, place, 2)), '{}')
  from (select search_key(name) as key) as folded, generate_series(1, length(key) - 1) as place
);

-- What a case is found by, worked out when its card is written.
alter table "case_card"
  add column "found_by" text generated always as (search_key("merchant_name" || ' ' || "contact_email" || ' ' || coalesce("website", ''))) stored,
  add column "pairs" text[] generated always as (search_pairs("merchant_name" || ' ' || "contact_email" || ' ' || coalesce("website", ''))) stored;
create index "case_card_pairs_idx" on "case_card" using gin ("pairs") with (fastupdate = off);
create index "case_card_name_idx" on "case_card" ("merchant_name", "case_id");

-- Live merchant identifiers at the PSPs, as people paste them: the whole, or how it begins.
create index "subject_payment_id_idx" on "subject" ((lower("context"->>'paymentId')) collate "C")
  where "kind" = 'channel' and "context"->>'paymentId' is not null;

-- A desk in the order in which work came in; the order of due times is the engine's own index.
create index "desk_item_desk_since_idx" on "desk_item" ("desk", "since", "subject_id");
create index "desk_item_case_id_idx" on "desk_item" ("case_id");
