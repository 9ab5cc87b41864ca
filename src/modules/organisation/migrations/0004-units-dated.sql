-- Units as a dated tree: under which unit each lay, what it was called and of which kind it was, from a day to a day.
-- organisation.unit keeps what holds today (scope is computed from it); operations write both in one transaction.

-- A range of one uuid lets an exclusion constraint ask whether two are equal, without any extension.
create type organisation.uuid_range as range (subtype = uuid);

create table organisation.unit_kind (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  key text not null check (length(key) between 1 and 60),
  singular text not null check (length(singular) between 1 and 60),
  plural text not null check (length(plural) between 1 and 60),
  -- Beside geography: tied to no address.
  beside boolean not null,
  position integer not null,
  primary key (organisation_id, key)
);
alter table organisation.unit_kind enable row level security;
create policy tenant on organisation.unit_kind
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update, delete on organisation.unit_kind to kansli_app;

create table organisation.unit_place (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  parent_id uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  -- A row that another took the place of, from the same day: kept, but it holds no longer.
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, parent_id) references organisation.unit (organisation_id, id),
  check (parent_id <> unit_id),
  constraint unit_place_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(unit_id, unit_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
create index unit_place_parent on organisation.unit_place (organisation_id, parent_id);
alter table organisation.unit_place enable row level security;
create policy tenant on organisation.unit_place
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on organisation.unit_place to kansli_app;

create table organisation.unit_name (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  constraint unit_name_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(unit_id, unit_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
alter table organisation.unit_name enable row level security;
create policy tenant on organisation.unit_name
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on organisation.unit_name to kansli_app;

-- One unit goes on in another: the names of the one lead to the other.
create table organisation.unit_succession (
  organisation_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  day date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, from_unit_id, to_unit_id),
  foreign key (organisation_id, from_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, to_unit_id) references organisation.unit (organisation_id, id),
  check (from_unit_id <> to_unit_id)
);
create index unit_succession_to on organisation.unit_succession (organisation_id, to_unit_id);
alter table organisation.unit_succession enable row level security;
create policy tenant on organisation.unit_succession
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert on organisation.unit_succession to kansli_app;

-- Organisations that are there already: the kinds a new one begins with, their own words for them, and the tree as it
-- stands, from each unit's first day.
insert into organisation.unit_kind (organisation_id, key, singular, plural, beside, position)
  select organisation.id, kind.key, kind.singular, kind.plural, kind.beside, kind.position
  from organisation.organisation organisation
  cross join (values
    ('nation', 'Riksorganisation', 'Riksorganisationer', false, 0),
    ('district', 'Distrikt', 'Distrikt', false, 1),
    ('circle', 'Krets', 'Kretsar', false, 2),
    ('association', 'Förening', 'Föreningar', false, 3),
    ('interestAssociation', 'Intresseförening', 'Intresseföreningar', true, 4),
    ('tradeAssociation', 'Branschförening', 'Branschföreningar', true, 5),
    ('affiliate', 'Sidoorganisation', 'Sidoorganisationer', true, 6)
  ) as kind (key, singular, plural, beside, position);

update organisation.unit unit set kind = kind.key
  from organisation.unit_kind kind
  where kind.organisation_id = unit.organisation_id and lower(unit.kind) in (lower(kind.singular), lower(kind.plural));

insert into organisation.unit_kind (organisation_id, key, singular, plural, beside, position)
  select distinct unit.organisation_id, unit.kind, unit.kind, unit.kind, false, 7
  from organisation.unit unit
  on conflict do nothing;

insert into organisation.unit_place (organisation_id, id, unit_id, parent_id, valid_from, valid_to, recorded_at)
  select organisation_id, gen_random_uuid(), id, parent_id, valid_from, valid_to, now() from organisation.unit;

insert into organisation.unit_name (organisation_id, id, unit_id, name, kind, valid_from, valid_to, recorded_at)
  select organisation_id, gen_random_uuid(), id, name, kind, valid_from, valid_to, now() from organisation.unit;
