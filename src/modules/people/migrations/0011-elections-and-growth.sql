-- Elections to public bodies and what came of them, who governs there, how members and voter support have grown, and how many
-- delegates each unit sends. What was printed is kept as it was printed, beside the figure it was read as; nothing is rewritten.

-- The parties as the office writes them. Which is our own is said once, for the long series.
create table people.party (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  short_name text not null default '' check (length(short_name) <= 20),
  own boolean not null default false,
  recorded_at timestamptz not null,
  archived_at timestamptz,
  primary key (organisation_id, id)
);
create unique index party_name on people.party (organisation_id, lower(name)) where archived_at is null;
create unique index party_own on people.party (organisation_id) where own and archived_at is null;
alter table people.party enable row level security;
create policy tenant on people.party
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on people.party to kansli_app;

-- An election to a public body. The unit is the one that answers for the body.
create table people.election (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  public_body_id uuid not null,
  day date not null,
  -- How many seats the body has.
  seats integer not null check (seats between 1 and 1000),
  -- In how many constituencies the area is divided: the threshold of a municipality depends on it.
  constituencies integer not null default 1 check (constituencies between 1 and 100),
  source text not null default '' check (length(source) <= 500),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, id, unit_id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, public_body_id) references organisation.public_body (organisation_id, id)
);
create unique index election_once_a_day on people.election (organisation_id, public_body_id, day) where withdrawn_at is null;
create index election_unit on people.election (organisation_id, unit_id);

-- A row of the result as it was printed: a party's, that of all others together, invalid votes, or the printed sum.
create table people.election_result (
  organisation_id uuid not null,
  id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('party', 'others', 'invalid', 'total')),
  party_id uuid,
  printed_name text not null check (length(printed_name) between 1 and 200),
  -- What was read, and as it was printed. What was not printed is null, and no 0.
  votes bigint check (votes >= 0),
  votes_printed text not null default '' check (length(votes_printed) <= 40),
  percent numeric(9, 4) check (percent >= 0),
  percent_printed text not null default '' check (length(percent_printed) <= 40),
  seats integer check (seats >= 0),
  seats_printed text not null default '' check (length(seats_printed) <= 40),
  position integer not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, election_id, unit_id) references people.election (organisation_id, id, unit_id),
  foreign key (organisation_id, party_id) references people.party (organisation_id, id),
  check ((kind = 'party') = (party_id is not null))
);
create index election_result_election on people.election_result (organisation_id, election_id) where replaced_at is null;
create index election_result_party on people.election_result (organisation_id, party_id) where replaced_at is null;
create unique index election_result_party_once on people.election_result (organisation_id, election_id, party_id)
  where replaced_at is null and kind = 'party';

-- Parties that stand together in a public body from a day to a day: those who govern, those in opposition, or any other set.
create table people.bloc (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  public_body_id uuid not null,
  side text not null check (side in ('governing', 'opposition', 'other')),
  name text not null check (length(name) between 1 and 200),
  party_ids uuid[] not null check (cardinality(party_ids) between 1 and 50),
  -- What it rests on: an agreement, a decision.
  basis text not null default '' check (length(basis) <= 300),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, public_body_id) references organisation.public_body (organisation_id, id),
  constraint bloc_one_governs exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(public_body_id, public_body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null and side = 'governing')
);
create index bloc_public_body on people.bloc (organisation_id, public_body_id) where replaced_at is null;

-- Figures from before the register, or that it does not hold: one a unit, measure and day, as it was printed and where.
create table people.entered_figure (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  measure text not null check (measure in ('members', 'votes', 'seats')),
  day date not null,
  value bigint not null check (value >= 0),
  printed text not null check (length(printed) between 1 and 40),
  source text not null check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by_name text not null default '',
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create unique index entered_figure_once on people.entered_figure (organisation_id, unit_id, measure, day)
  where replaced_at is null;

-- How many delegates each unit sends to a body: from a day to a day, by one of the ways in use.
create table people.delegate_rule (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  body_id uuid not null,
  method text not null check (method in ('perStarted', 'largestRemainder', 'oddNumber')),
  -- Members a delegate, for one a started number; the sum of seats for the others.
  members_per_seat integer check (members_per_seat between 1 and 100000),
  total_seats integer check (total_seats between 1 and 10000),
  least integer not null default 0 check (least between 0 and 1000),
  -- Which kind of units sends delegates.
  unit_kind text not null check (length(unit_kind) between 1 and 60),
  decision text not null default '' check (length(decision) <= 500),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  check ((method = 'perStarted') = (members_per_seat is not null)),
  check ((method = 'perStarted') = (total_seats is null)),
  constraint delegate_rule_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
create index delegate_rule_unit on people.delegate_rule (organisation_id, unit_id);

-- All in the organisation may read how elections went, who governs and how the organisation has grown; those who are trusted in
-- the unit write it down.
do $$
declare
  one text;
begin
  foreach one in array array['election', 'election_result', 'bloc', 'entered_figure', 'delegate_rule'] loop
    execute format('alter table people.%I enable row level security', one);
    execute format('create policy reading on people.%I for select
      using (organisation_id = (select kansli.organisation_id()))', one);
    execute format('create policy adding on people.%I for insert
      with check (organisation_id = (select kansli.organisation_id())
        and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])))', one);
    execute format('create policy changing on people.%I for update
      using (organisation_id = (select kansli.organisation_id())
        and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])))', one);
    execute format('grant select, insert, update on people.%I to kansli_app', one);
  end loop;
end
$$;

-- What came of a remuneration for a time: whom it helped, with what, for how many hours.
create table people.remuneration_report (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  remuneration_id uuid not null,
  day date not null,
  hours numeric(7, 2) check (hours > 0),
  unit_id uuid,
  words text not null check (length(words) between 1 and 2000),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, remuneration_id) references people.remuneration (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index remuneration_report_person on people.remuneration_report (organisation_id, person_id, home_unit_id, protected);
create index remuneration_report_remuneration on people.remuneration_report (organisation_id, remuneration_id);
select people.defend('people.remuneration_report');

-- The days on which a unit's members are counted with those above it: until it became an affiliate, which keeps a register of
-- its own.
create function people.in_our_register(unit uuid) returns daterange
  language sql stable security definer set search_path = ''
  as $$
    select daterange(null, min(affiliation.valid_from)) from organisation.affiliation affiliation
    where affiliation.organisation_id = (select kansli.organisation_id()) and affiliation.unit_id = unit
  $$;

-- How many members some units had on some days, each with all below it as it lay on the day. Somebody is one person however
-- many memberships; guests are counted where they belong, and the members of affiliates are not ours. It counts everybody, also
-- those whom the one who asks does not see, and says nothing but how many. One pass over the memberships, however many days.
create function people.member_history(tops uuid[], days date[])
  returns table (unit_id uuid, day date, members integer)
  language sql stable security definer set search_path = ''
  as $$
    with recursive under as (
      select top as top, top as unit_id, '(,)'::daterange as during from unnest(tops) top
      union
      select under.top, place.unit_id, under.during * daterange(place.valid_from, place.valid_to, '[]')
        * daterange(named.valid_from, named.valid_to, '[]') * people.in_our_register(place.unit_id)
      from under
      join organisation.unit_place place on place.organisation_id = (select kansli.organisation_id())
        and place.parent_id = under.unit_id and place.replaced_at is null
      join organisation.unit_name named on named.organisation_id = place.organisation_id and named.unit_id = place.unit_id
        and named.replaced_at is null and named.kind <> 'affiliate'
      where not isempty(under.during * daterange(place.valid_from, place.valid_to, '[]')
        * daterange(named.valid_from, named.valid_to, '[]') * people.in_our_register(place.unit_id))
    ), times as (
      select under.top, membership.person_id,
        range_agg(under.during * daterange(membership.valid_from, membership.valid_to, '[]')) as spans
      from under
      join people.membership membership on membership.organisation_id = (select kansli.organisation_id())
        and membership.unit_id = under.unit_id and membership.replaced_at is null
        and membership.status = 'active' and membership.kind <> 'guest'
        and under.during && daterange(membership.valid_from, membership.valid_to, '[]')
      group by under.top, membership.person_id
    ), changes as (
      select times.top, lower(span) as day, 1 as change from times cross join lateral unnest(times.spans) span
      union all
      select times.top, upper(span), -1 from times cross join lateral unnest(times.spans) span
      where not upper_inf(span)
      union all
      select top, asked, 0 from unnest(tops) top cross join unnest(days) asked
    ), steps as (
      select changes.top, changes.day, sum(changes.change) as change from changes group by 1, 2
    ), sums as (
      select steps.top, steps.day, sum(steps.change) over (partition by steps.top order by steps.day) as members from steps
    )
    select sums.top, sums.day, sums.members::integer from sums
    where sums.day = any (days)
    order by sums.top, sums.day
  $$;

-- How many members of a unit and all below it lived where on a day: by the first three figures of the postal code, empty for an
-- address that is not known, not in the country or protected. Only for a unit that the one who asks reaches.
create function people.area_counts(top uuid, asked date)
  returns table (area text, members integer)
  language sql stable security definer set search_path = ''
  as $$
    with recursive under as (
      select top as unit_id
      where (select kansli.whole_organisation()) or top = any ((select kansli.scope())::uuid[])
      union
      select place.unit_id
      from under
      join organisation.unit_place place on place.organisation_id = (select kansli.organisation_id())
        and place.parent_id = under.unit_id and place.replaced_at is null
        and place.valid_from <= asked and (place.valid_to is null or place.valid_to >= asked)
      join organisation.unit_name named on named.organisation_id = place.organisation_id and named.unit_id = place.unit_id
        and named.replaced_at is null and named.kind <> 'affiliate'
        and named.valid_from <= asked and (named.valid_to is null or named.valid_to >= asked)
      where people.in_our_register(place.unit_id) @> asked
    ), belongs as (
      select membership.person_id, bool_or(membership.protected) as protected
      from under
      join people.membership membership on membership.organisation_id = (select kansli.organisation_id())
        and membership.unit_id = under.unit_id and membership.replaced_at is null
        and membership.status = 'active' and membership.kind <> 'guest'
        and membership.valid_from <= asked and (membership.valid_to is null or membership.valid_to >= asked)
      group by membership.person_id
    ), lives as (
      select distinct on (contact.person_id) contact.person_id,
        case when contact.country in ('', 'SE') then regexp_replace(contact.postal_code, '[^0-9]', '', 'g') else '' end as code
      from people.contact contact
      where contact.organisation_id = (select kansli.organisation_id()) and contact.kind = 'address'
        and contact.valid_from <= asked and (contact.valid_to is null or contact.valid_to >= asked)
      order by contact.person_id, contact.preferred desc, contact.valid_from desc, contact.id
    )
    select case when not belongs.protected and length(lives.code) = 5 then left(lives.code, 3) else '' end, count(*)::integer
    from belongs left join lives on lives.person_id = belongs.person_id
    group by 1
    order by 1
  $$;
revoke all on function people.in_our_register(uuid), people.member_history(uuid[], date[]), people.area_counts(uuid, date)
  from public;
grant execute on function people.member_history(uuid[], date[]), people.area_counts(uuid, date) to kansli_app;
