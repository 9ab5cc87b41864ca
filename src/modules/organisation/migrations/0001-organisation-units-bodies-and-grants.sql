-- The organisation (the tenant), its units as a tree, the bodies that decide in them, and who is trusted with what.
create schema organisation;
grant usage on schema organisation to kansli_app;

create table organisation.organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  -- One hue for buttons and links, in steps of 15 degrees; contrast is secured by the design system, not by the chooser.
  accent_hue integer not null default 210 check (accent_hue between 0 and 345 and accent_hue % 15 = 0),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

alter table organisation.organisation enable row level security;
create policy tenant on organisation.organisation
  using (id = (select kansli.organisation_id()))
  with check (id = (select kansli.organisation_id()));
grant select, insert, update on organisation.organisation to kansli_app;

create table organisation.unit (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  parent_id uuid,
  kind text not null check (length(kind) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  foreign key (organisation_id, parent_id) references organisation.unit (organisation_id, id),
  check (parent_id <> id)
);
create index unit_parent on organisation.unit (organisation_id, parent_id);

alter table organisation.unit enable row level security;
create policy tenant on organisation.unit
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on organisation.unit to kansli_app;

-- A unit and everything below it: what a grant in that unit covers.
create function organisation.units_below(organisation uuid, top uuid) returns setof uuid
  language sql stable
  begin atomic
    with recursive below as (
      select unit.id from organisation.unit unit where unit.organisation_id = organisation and unit.id = top
      union
      select unit.id from organisation.unit unit join below on unit.parent_id = below.id
      where unit.organisation_id = organisation
    )
    select id from below;
  end;

-- Boards, council groups, committees: those who decide and those who must be asked.
create table organisation.body (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index body_unit on organisation.body (organisation_id, unit_id);

alter table organisation.body enable row level security;
create policy tenant on organisation.body
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on organisation.body to kansli_app;

-- Who is trusted with what: a role in a unit and all below it, from a day to a day. Rows are ended, not removed.
create table organisation.role_grant (
  organisation_id uuid not null,
  id uuid not null,
  user_id text not null references account."user" (id) on delete cascade,
  role text not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_by text,
  granted_at timestamptz not null,
  -- Ended by hand: at once, not at the end of the day.
  ended_at timestamptz,
  ended_by text,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index role_grant_user on organisation.role_grant (user_id, organisation_id);
create index role_grant_unit on organisation.role_grant (organisation_id, unit_id, role);

alter table organisation.role_grant enable row level security;
-- Trust is only seen, given and ended within the units that the caller's own trust covers.
create policy scope on organisation.role_grant
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])))
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on organisation.role_grant to kansli_app;
