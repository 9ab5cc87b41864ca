-- What the organisation has called its kinds of units, bodies and roles, from a day to a day, so that an earlier day is read
-- in the words of that day. unit_kind, body_kind and role_kind keep what holds today; one operation writes both.
create table organisation.kind_record (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  family text not null check (family in ('unit', 'body', 'role')),
  key text not null check (length(key) between 1 and 60),
  singular text not null check (length(singular) between 1 and 60),
  plural text not null check (length(plural) between 1 and 60),
  -- A unit beside geography; a role that steps in for somebody else.
  marked boolean not null,
  position integer not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  -- A text is compared by its digest: the index knows ranges and nothing else.
  constraint kind_record_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(md5(family || ' ' || key)::uuid, md5(family || ' ' || key)::uuid, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
alter table organisation.kind_record enable row level security;
create policy tenant on organisation.kind_record
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on organisation.kind_record to kansli_app;

-- Organisations that are there already: their words of today, from their first day.
insert into organisation.kind_record
  (organisation_id, id, family, key, singular, plural, marked, position, valid_from, recorded_at)
  select kind.organisation_id, gen_random_uuid(), kind.family, kind.key, kind.singular, kind.plural, kind.marked, kind.position,
    coalesce((select min(unit.valid_from) from organisation.unit unit where unit.organisation_id = kind.organisation_id),
      current_date),
    now()
  from (
    select organisation_id, 'unit' as family, key, singular, plural, beside as marked, position from organisation.unit_kind
    union all
    select organisation_id, 'body', key, singular, plural, false, position from organisation.body_kind
    union all
    select organisation_id, 'role', key, singular, plural, substitute, position from organisation.role_kind
  ) as kind;
