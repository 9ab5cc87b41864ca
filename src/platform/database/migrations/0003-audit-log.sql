-- Every write, every export and every read of personal data. Rows are only ever added; the application's role
-- can neither change nor remove them.
create schema audit;
grant usage on schema audit to kansli_app;

create table audit.entry (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'operator', 'job')),
  user_id text,
  -- As it was then: the log must be readable after an account is gone.
  actor_name text not null,
  via text,
  operation text not null,
  effect text not null check (effect in ('read', 'write', 'export')),
  subject_kind text not null,
  subject_id text,
  detail jsonb not null default '{}',
  request_id text,
  primary key (organisation_id, id)
);
create index entry_at on audit.entry (organisation_id, at desc, id desc);
create index entry_subject on audit.entry (organisation_id, subject_kind, subject_id, at desc);
create index entry_user on audit.entry (organisation_id, user_id, at desc);

alter table audit.entry enable row level security;
create policy tenant on audit.entry
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert on audit.entry to kansli_app;
