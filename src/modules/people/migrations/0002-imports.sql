-- Imports into the register: each file that was handed over, what its columns mean, what came of it, and what is
-- needed to take it back within thirty days.
create table people.import_run (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  -- Whose import it is: persons whose row names no unit come to belong here.
  unit_id uuid not null,
  state text not null check (state in ('prepared', 'done', 'cancelled', 'undone')),
  file_name text not null check (length(file_name) between 1 and 255),
  byte_count integer not null check (byte_count > 0),
  -- What was in the file, to recognise it again.
  content_hash text not null,
  -- The sealed file in the store; null once nothing can come of it any more.
  sha256 text,
  -- What each column means, by its number from 0; null until somebody or the memory of an earlier file has said.
  columns jsonb,
  -- What happens to persons who are in the register already.
  existing text not null default 'update' check (existing in ('update', 'fill', 'skip')),
  -- How a new membership stands when the row does not say.
  standing text not null default 'active' check (standing in ('applied', 'active', 'lapsed')),
  revision integer not null default 1,
  -- Rows by what came of them; null until it is carried out.
  counts jsonb,
  created_at timestamptz not null,
  created_by text,
  created_by_name text not null,
  finished_at timestamptz,
  finished_by_name text,
  undone_at timestamptz,
  undone_by_name text,
  undo_counts jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index import_run_unit on people.import_run (organisation_id, unit_id, created_at desc);
alter table people.import_run enable row level security;
create policy scope on people.import_run
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.import_run to kansli_app;

-- Rows that were not read in: which, and why, in words without what stood in them.
create table people.import_refusal (
  organisation_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  unit_id uuid not null,
  reasons jsonb not null,
  primary key (organisation_id, run_id, row_number),
  foreign key (organisation_id, run_id) references people.import_run (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
alter table people.import_refusal enable row level security;
create policy scope on people.import_refusal
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, delete on people.import_refusal to kansli_app;

-- What an import did to somebody who was in the register before: every row it touched, as it was and as it became.
create table people.import_change (
  organisation_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  row_number integer not null,
  before jsonb not null,
  after jsonb not null,
  primary key (organisation_id, run_id, person_id),
  foreign key (organisation_id, run_id) references people.import_run (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index import_change_person on people.import_change (organisation_id, person_id, home_unit_id, protected);
select people.defend('people.import_change');

-- What the columns of a file with these headings meant the last time.
create table people.import_memory (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  heading_hash text not null,
  unit_id uuid not null,
  columns jsonb not null,
  remembered_at timestamptz not null,
  primary key (organisation_id, heading_hash, unit_id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
alter table people.import_memory enable row level security;
create policy scope on people.import_memory
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.import_memory to kansli_app;

-- An import makes tags that are missing, and takes them away again when it is undone.
grant delete on people.tag to kansli_app;

-- Of these marks of personal numbers, those that somebody in the organisation has, whoever may see that person: the
-- number stands in the register once. Nothing else of the person is told.
create function people.taken_personal_numbers(marks text[]) returns setof text
  language sql stable security definer
  set search_path = people, pg_temp
  as $$
    select person.personal_number_hash from unnest(marks) mark
    join people.person person on person.personal_number_hash = mark
    where person.organisation_id = kansli.organisation_id() and person.merged_into is null
  $$;
revoke all on function people.taken_personal_numbers(text[]) from public;
grant execute on function people.taken_personal_numbers(text[]) to kansli_app;

-- Counts what is in the tables anew, in the middle of an import. Whether a row about a person names one that is there
-- is asked by a plan that was made when the tables were empty; with the wrong index of those that begin with the
-- organisation, each question would read every person.
create function people.count_rows() returns void
  language plpgsql security definer
  set search_path = people, pg_temp
  as $$
begin
  if kansli.organisation_id() is not null then
    analyze people.person, people.contact, people.membership;
  end if;
end
$$;
revoke all on function people.count_rows() from public;
grant execute on function people.count_rows() to kansli_app;
