-- Bodies as dated rows: what each was called, for what, under which other; the seats in them and how many; and the public
-- bodies (a council, a committee) in which mandates are held. As with units, organisation.body keeps what holds today.

-- The organisation's own words for its bodies and for the roles in them.
create table organisation.body_kind (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  key text not null check (length(key) between 1 and 60),
  singular text not null check (length(singular) between 1 and 60),
  plural text not null check (length(plural) between 1 and 60),
  position integer not null,
  primary key (organisation_id, key)
);
create table organisation.role_kind (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  key text not null check (length(key) between 1 and 60),
  singular text not null check (length(singular) between 1 and 60),
  plural text not null check (length(plural) between 1 and 60),
  -- Steps in for somebody else.
  substitute boolean not null,
  position integer not null,
  primary key (organisation_id, key)
);

create table organisation.body_record (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  parent_id uuid,
  kind text not null check (length(kind) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 2000),
  -- The body's own, never somebody's private one.
  contact_address text not null default '' check (length(contact_address) <= 200),
  -- Decides for its unit, and mandates the board.
  is_highest boolean not null default false,
  -- A member may join by themselves.
  open_to_join boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, parent_id) references organisation.body (organisation_id, id),
  check (parent_id <> body_id),
  constraint body_record_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

-- A seat is a role in a body; how many there are of it is dated beside. One tied to a unit is that unit's to fill.
create table organisation.seat (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  role_kind text not null check (length(role_kind) between 1 and 60),
  title text not null default '' check (length(title) <= 200),
  reference_unit_id uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  position integer not null,
  primary key (organisation_id, id),
  unique (organisation_id, id, body_id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, reference_unit_id) references organisation.unit (organisation_id, id)
);
create index seat_body on organisation.seat (organisation_id, body_id);

create table organisation.seat_number (
  organisation_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  number integer not null check (number between 1 and 1000),
  -- May everybody read who holds it?
  name_public boolean not null default false,
  contact_address text not null default '' check (length(contact_address) <= 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, seat_id) references organisation.seat (organisation_id, id),
  constraint seat_number_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(seat_id, seat_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

-- Where people are elected: not ours, but ours sit there. The unit is the one that answers for them.
create table organisation.public_body (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  level text not null check (level in ('municipality', 'region', 'state', 'other')),
  kind text not null check (kind in ('council', 'executive', 'committee', 'company', 'other')),
  -- The municipality or region: its name and its code (four and two figures), where it has one.
  area_name text not null default '' check (length(area_name) <= 200),
  area_code text not null default '' check (area_code ~ '^([0-9]{2}|[0-9]{4})?$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index public_body_unit on organisation.public_body (organisation_id, unit_id);

create table organisation.public_body_record (
  organisation_id uuid not null,
  id uuid not null,
  public_body_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- What it decides about: what makes committees of different municipalities siblings.
  policy_area text not null default '' check (length(policy_area) <= 100),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, public_body_id) references organisation.public_body (organisation_id, id),
  constraint public_body_record_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(public_body_id, public_body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

-- Whose mandates make somebody a member of a council group.
create table organisation.group_mandate_source (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  public_body_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, public_body_id) references organisation.public_body (organisation_id, id),
  constraint group_mandate_source_once exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    organisation.uuid_range(public_body_id, public_body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  )
);

-- That a body did something: a network without a sign of life for long is asked about.
create table organisation.body_activity (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  day date not null,
  what text not null check (length(what) between 1 and 200),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id)
);
create index body_activity_body on organisation.body_activity (organisation_id, body_id, day desc);

do $$
declare
  one text;
begin
  foreach one in array array['body_kind', 'role_kind', 'body_record', 'seat', 'seat_number', 'public_body',
    'public_body_record', 'group_mandate_source', 'body_activity'] loop
    execute format('alter table organisation.%I enable row level security', one);
    execute format('create policy tenant on organisation.%I
      using (organisation_id = (select kansli.organisation_id()))
      with check (organisation_id = (select kansli.organisation_id()))', one);
    execute format('grant select, insert, update on organisation.%I to kansli_app', one);
  end loop;
end
$$;
grant delete on organisation.body_kind, organisation.role_kind to kansli_app;
revoke update on organisation.body_activity from kansli_app;

-- Organisations that are there already: the words a new one begins with, and their bodies as they stand.
insert into organisation.body_kind (organisation_id, key, singular, plural, position)
  select organisation.id, kind.key, kind.singular, kind.plural, kind.position
  from organisation.organisation organisation
  cross join (values
    ('highestMeeting', 'Årsmöte', 'Årsmöten', 0),
    ('representativeAssembly', 'Representantskap', 'Representantskap', 1),
    ('board', 'Styrelse', 'Styrelser', 2),
    ('councilGroup', 'Fullmäktigegrupp', 'Fullmäktigegrupper', 3),
    ('subjectGroup', 'Sakområdesgrupp', 'Sakområdesgrupper', 4),
    ('committee', 'Utskott', 'Utskott', 5),
    ('network', 'Nätverk', 'Nätverk', 6),
    ('workingGroup', 'Arbetsgrupp', 'Arbetsgrupper', 7)
  ) as kind (key, singular, plural, position);
insert into organisation.body_kind (organisation_id, key, singular, plural, position)
  select distinct body.organisation_id, body.kind, body.kind, body.kind, 8
  from organisation.body body
  on conflict do nothing;
insert into organisation.role_kind (organisation_id, key, singular, plural, substitute, position)
  select organisation.id, kind.key, kind.singular, kind.plural, kind.substitute, kind.position
  from organisation.organisation organisation
  cross join (values
    ('chair', 'Ordförande', 'Ordförande', false, 0),
    ('viceChair', 'Vice ordförande', 'Vice ordförande', false, 1),
    ('treasurer', 'Kassör', 'Kassörer', false, 2),
    ('secretary', 'Sekreterare', 'Sekreterare', false, 3),
    ('externalLeader', 'Gruppledare utåt', 'Gruppledare utåt', false, 4),
    ('internalLeader', 'Gruppledare inåt', 'Gruppledare inåt', false, 5),
    ('contactPerson', 'Kontaktperson', 'Kontaktpersoner', false, 6),
    ('ordinary', 'Ledamot', 'Ledamöter', false, 7),
    ('substitute', 'Ersättare', 'Ersättare', true, 8)
  ) as kind (key, singular, plural, substitute, position);
insert into organisation.body_record (organisation_id, id, body_id, kind, name, valid_from, valid_to, recorded_at)
  select organisation_id, gen_random_uuid(), id, kind, name, valid_from, valid_to, now() from organisation.body;
