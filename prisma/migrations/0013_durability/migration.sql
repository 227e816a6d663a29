-- A fetched secret is kept sealed for ten minutes more, so that a page that was lost can be had again by the same press
-- (docs/decisions/051); the job that forgets it is filed with the fetching. A revoked key keeps nothing, as before.
alter table "integration_key" drop constraint "fetched_keys_are_not_kept";
alter table "integration_key" add constraint "revoked_keys_are_not_kept" check ("sealed" is null or "revoked_at" is null);
