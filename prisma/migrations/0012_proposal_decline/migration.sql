-- Room PROPOSAL: why merchants did not go on.
alter table proposal_decline add constraint proposal_decline_case foreign key (case_id) references subject (id);
alter table proposal_decline add constraint proposal_decline_why
  check (why in ('price', 'coverage', 'conditions', 'time', 'elsewhere', 'plans', 'other'));
-- Statistics walk what was sent in a period.
create index inquiry_submitted_at on inquiry (submitted_at);
