-- What persons hold: roles in our bodies, mandates in public ones, what they are paid for them, and the networks they have
-- joined. Rows are ended, and replaced when they were wrong; none is rewritten.

create table people.role_term (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  seat_id uuid not null,
  body_id uuid not null,
  standing text not null check (standing in ('ordinary', 'substitute')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- Which body of ours decided, and in which words.
  appointed_by_body_id uuid,
  decision text not null default '' check (length(decision) <= 500),
  ended_reason text not null default '' check (length(ended_reason) <= 500),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, seat_id, body_id) references organisation.seat (organisation_id, id, body_id),
  foreign key (organisation_id, appointed_by_body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade,
  constraint role_term_once_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(person_id, person_id, '[]') with =,
    organisation.uuid_range(seat_id, seat_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
create index role_term_person on people.role_term (organisation_id, person_id, home_unit_id, protected);
create index role_term_seat on people.role_term (organisation_id, seat_id);
create index role_term_body on people.role_term (organisation_id, body_id);
select people.defend('people.role_term');

create table people.public_mandate (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  public_body_id uuid not null,
  seat_kind text not null check (seat_kind in ('ordinary', 'deputy')),
  post text not null default '' check (post in ('', 'chair', 'viceChair', 'secondViceChair', 'groupLeader')),
  -- The group the seat was given to; more than one party may share it.
  party_group text not null default '' check (length(party_group) <= 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  appointed_by text not null default '' check (length(appointed_by) <= 300),
  -- The agreement that gave the post, as its document is called.
  via_agreement text not null default '' check (length(via_agreement) <= 300),
  ended_reason text not null default '' check (length(ended_reason) <= 500),
  -- May the organisation's public pages name the holder?
  name_public boolean not null default false,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, public_body_id) references organisation.public_body (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade,
  constraint public_mandate_one_a_body exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(person_id, person_id, '[]') with =,
    organisation.uuid_range(public_body_id, public_body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
create index public_mandate_person on people.public_mandate (organisation_id, person_id, home_unit_id, protected);
create index public_mandate_body on people.public_mandate (organisation_id, public_body_id);
select people.defend('people.public_mandate');

-- What somebody is paid for, in per cent of a full time or by the hour; sums of money are nobody's matter here. A raise for
-- a time (an election) is a row of its own beside the ordinary one, and says what for.
create table people.remuneration (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  mandate_id uuid,
  role_term_id uuid,
  kind text not null check (kind in ('full', 'part', 'hourly')),
  degree numeric(6, 2) check (degree > 0 and degree <= 100),
  areas text[] not null default '{}',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  reason text not null default '' check (length(reason) <= 500),
  ended_reason text not null default '' check (length(ended_reason) <= 500),
  temporary boolean not null default false,
  purpose text not null default '' check (length(purpose) <= 500),
  supported_unit_ids uuid[] not null default '{}',
  hours numeric(7, 2) check (hours > 0),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, mandate_id) references people.public_mandate (organisation_id, id),
  foreign key (organisation_id, role_term_id) references people.role_term (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade,
  check (num_nonnulls(mandate_id, role_term_id) = 1),
  check ((kind = 'hourly') = (degree is null)),
  check (not temporary or (valid_to is not null and purpose <> '')),
  constraint remuneration_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(coalesce(mandate_id, role_term_id), coalesce(mandate_id, role_term_id), '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null and not temporary)
);
create index remuneration_person on people.remuneration (organisation_id, person_id, home_unit_id, protected);
create index remuneration_mandate on people.remuneration (organisation_id, mandate_id);
create index remuneration_role_term on people.remuneration (organisation_id, role_term_id);
select people.defend('people.remuneration');

-- Who has joined a network, by themselves or written in by somebody.
create table people.body_member (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  body_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade,
  constraint body_member_once_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(person_id, person_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
create index body_member_person on people.body_member (organisation_id, person_id, home_unit_id, protected);
create index body_member_body on people.body_member (organisation_id, body_id);
select people.defend('people.body_member');

-- How many hold a post and are not shown, so that a seat of somebody whose identity is protected is not taken for vacant.
-- Tells a number and nothing else.
create function people.hidden_holders(day date) returns table (post_id uuid, holders integer)
  language sql stable security definer set search_path = ''
as $$
  select held.post_id, count(*)::integer
  from (
    select term.organisation_id, term.person_id, term.seat_id as post_id from people.role_term term
    where term.protected and term.replaced_at is null and term.valid_from <= day
      and (term.valid_to is null or term.valid_to >= day)
    union all
    select mandate.organisation_id, mandate.person_id, mandate.public_body_id from people.public_mandate mandate
    where mandate.protected and mandate.replaced_at is null and mandate.valid_from <= day
      and (mandate.valid_to is null or mandate.valid_to >= day)
  ) held
  join people.person person on person.organisation_id = held.organisation_id and person.id = held.person_id
  where held.organisation_id = kansli.organisation_id() and person.merged_into is null and person.erased_at is null
    and not people.sees_protected()
    and (kansli.whole_organisation() or cardinality(kansli.scope()) > 0)
  group by held.post_id
$$;
revoke all on function people.hidden_holders(date) from public;
grant execute on function people.hidden_holders(date) to kansli_app;

-- Whose name everybody may read: holders of what the organisation has marked, and never of a protected identity.
create function people.public_holders(day date)
  returns table (post_id uuid, given_name text, family_name text, seat_kind text, post text, party_group text)
  language sql stable security definer set search_path = ''
as $$
  select held.post_id, person.given_name, person.family_name, held.seat_kind, held.post, held.party_group
  from (
    select term.organisation_id, term.person_id, term.seat_id as post_id, term.standing as seat_kind, '' as post,
      '' as party_group
    from people.role_term term
    join organisation.seat_number number
      on number.organisation_id = term.organisation_id and number.seat_id = term.seat_id
      and number.replaced_at is null and number.valid_from <= day
      and (number.valid_to is null or number.valid_to >= day)
    where number.name_public and term.replaced_at is null and term.valid_from <= day
      and (term.valid_to is null or term.valid_to >= day)
    union all
    select mandate.organisation_id, mandate.person_id, mandate.public_body_id, mandate.seat_kind, mandate.post,
      mandate.party_group
    from people.public_mandate mandate
    where mandate.name_public and mandate.replaced_at is null and mandate.valid_from <= day
      and (mandate.valid_to is null or mandate.valid_to >= day)
  ) held
  join people.person person on person.organisation_id = held.organisation_id and person.id = held.person_id
  where held.organisation_id = kansli.organisation_id()
    and not person.protected and person.merged_into is null and person.erased_at is null
$$;
revoke all on function people.public_holders(date) from public;
grant execute on function people.public_holders(date) to kansli_app;
