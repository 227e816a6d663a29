-- What was published or sent is never changed: a case was decided by it.
create trigger reference_version_is_final before update or delete on reference_version for each row execute function refuse_change();
create trigger proposal_version_is_final before update or delete on proposal_version for each row execute function refuse_change();

-- Nobody publishes what they drafted; what ships with the build was published by its release.
alter table reference_version add constraint reference_version_two_people check (drafted_by <> published_by or drafted_by = 'system');
alter table reference_version add constraint reference_version_kind check (kind in ('catalogue', 'fees', 'rates', 'restrictions', 'opening'));

alter table inquiry add constraint inquiry_case foreign key (case_id) references subject (id);
alter table proposal_draft add constraint proposal_draft_case foreign key (case_id) references subject (id);
alter table proposal_version add constraint proposal_version_case foreign key (case_id) references subject (id);
alter table proposal_note add constraint proposal_note_case foreign key (case_id) references subject (id);
alter table proposal_note add constraint proposal_note_kind check (kind in ('question', 'wish', 'answer'));
