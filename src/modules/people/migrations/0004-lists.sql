-- Lists of people: a question that is asked anew each time (living), or those who were found once (static).
create table people.list (
  organisation_id uuid not null,
  id uuid not null,
  -- Whose matter the list is; shared, it is seen by those who are trusted there or above.
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '' check (length(description) <= 1000),
  owner_user_id text,
  owner_name text not null,
  shared boolean not null default false,
  kind text not null check (kind in ('living', 'static')),
  query jsonb not null,
  columns text[] not null,
  sorting text not null check (length(sorting) <= 60),
  descending boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- When those in it were last found by its query, and by whom; null while it is living.
  frozen_at timestamptz,
  frozen_by_name text not null default '',
  archived_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  check ((kind = 'static') = (frozen_at is not null))
);
create index list_unit on people.list (organisation_id, unit_id);
alter table people.list enable row level security;
-- A private list is its owner's alone, and only for as long as they are trusted in its unit.
create policy scope on people.list
  using (organisation_id = (select kansli.organisation_id())
    and (shared or owner_user_id = (select kansli.user_id()) or (select kansli.whole_organisation()))
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.list to kansli_app;

-- Who is in a static list. Who was taken out by hand is remembered, so that finding anew does not bring them back.
create table people.list_member (
  organisation_id uuid not null,
  list_id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  by_hand boolean not null default false,
  added_at timestamptz not null,
  added_by_name text not null,
  removed_at timestamptz,
  removed_by_name text not null default '',
  primary key (organisation_id, list_id, person_id),
  foreign key (organisation_id, list_id) references people.list (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index list_member_person on people.list_member (organisation_id, person_id, home_unit_id, protected);
select people.defend('people.list_member');
-- Being in a list tells something of somebody: only those who see the list see who is in it.
create policy of_list on people.list_member as restrictive
  using (list_id in (select list.id from people.list list where list.organisation_id = (select kansli.organisation_id())));
