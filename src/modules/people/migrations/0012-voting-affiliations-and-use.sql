-- Who votes in a unit, what somebody belongs to beside us, and which units use the office at all.

-- Which kinds of membership vote in a unit, from a day to a day; a unit without a rule follows the nearest one above it that
-- has one. A rule that was wrong is replaced and kept.
create table people.voting_rule (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['home', 'extra', 'guest']),
  -- For how many days one must have been a member on the day of the meeting.
  least_days integer not null check (least_days between 0 and 3660),
  -- Must the fee be paid on that day?
  paid boolean not null,
  -- Do members of the units below vote too?
  below boolean not null,
  -- Where it was decided, in words: a paragraph of the statutes, a meeting.
  decision text not null default '' check (length(decision) <= 300),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  constraint voting_rule_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(unit_id, unit_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);
alter table people.voting_rule enable row level security;
-- What the statutes say is no secret.
create policy reading on people.voting_rule for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.voting_rule for insert
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
create policy changing on people.voting_rule for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.voting_rule to kansli_app;

-- The memberships of those whose identity is protected, without saying whose: they vote like anybody else, and a count without
-- them would be wrong. The rows of one person have the same number.
create function people.protected_memberships(units uuid[], day date)
  returns table (person integer, kind text, status text, valid_from date, valid_to date, paid_until date)
  language sql stable security definer set search_path = ''
as $$
  select dense_rank() over (order by membership.person_id)::integer, membership.kind, membership.status,
    membership.valid_from, membership.valid_to, membership.paid_until
  from people.membership membership
  join people.person person
    on person.organisation_id = membership.organisation_id and person.id = membership.person_id
  where membership.organisation_id = kansli.organisation_id() and membership.protected
    and membership.unit_id = any (units) and membership.replaced_at is null and membership.valid_from <= day
    and person.merged_into is null and person.erased_at is null
    and (kansli.whole_organisation() or membership.unit_id = any (kansli.scope()))
    and not people.sees_protected()
$$;
revoke all on function people.protected_memberships(uuid[], date) from public;
grant execute on function people.protected_memberships(uuid[], date) to kansli_app;

-- What somebody has told they belong to beside us: a union, a movement, an association, and what they do there. Kept only by a
-- consent that says so in words; that somebody is in a union is as sensitive as what they believe (GDPR art. 9).
create table people.affiliation (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  kind text not null check (kind in ('union', 'movement', 'association')),
  name text not null check (length(name) between 1 and 200),
  role text not null default '' check (length(role) <= 200),
  consent_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, consent_id) references people.consent (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create unique index affiliation_once on people.affiliation (organisation_id, person_id, kind, lower(name))
  where valid_to is null;
create index affiliation_person on people.affiliation (organisation_id, person_id, home_unit_id, protected);
create index affiliation_consent on people.affiliation (organisation_id, consent_id);
create index affiliation_name on people.affiliation (organisation_id, lower(name)) where valid_to is null;
select people.defend('people.affiliation');

-- A consent that is taken back takes with it what was told by it, at once and wherever it is taken back.
create function people.forget_affiliations() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  delete from people.affiliation
    where organisation_id = new.organisation_id and consent_id = new.id;
  return null;
end
$$;
create trigger forget_affiliations after update of withdrawn_at on people.consent
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function people.forget_affiliations();
revoke all on function people.forget_affiliations() from public;

-- Of each of the caller's units: how many are trusted to keep its register or organise there, how many of them have signed in
-- or done anything since a moment, and when the last of them did. It says nothing about any single one of them: not who, and
-- not what.
create function people.use_of_units(since timestamptz, day date)
  returns table (unit_id uuid, trusted integer, active integer, last_used date)
  language sql stable security definer set search_path = ''
as $$
  select held.unit_id, count(*)::integer, count(*) filter (where used.at >= since)::integer,
    (max(used.at) at time zone 'Europe/Stockholm')::date
  from (
    select distinct held.unit_id, held.user_id
    from organisation.role_grant held
    where held.organisation_id = kansli.organisation_id() and held.role in ('owner', 'registrar', 'organiser')
      and held.valid_from <= day and (held.valid_to is null or held.valid_to >= day) and held.ended_at is null
      and (kansli.whole_organisation() or held.unit_id = any (kansli.scope()))
  ) held
  cross join lateral (
    select greatest(
      (select max(session."updatedAt") from account."session" session where session."userId" = held.user_id),
      (select max(entry.at) from audit.entry entry
        where entry.organisation_id = kansli.organisation_id() and entry.user_id = held.user_id)) as at
  ) used
  group by held.unit_id
$$;
revoke all on function people.use_of_units(timestamptz, date) from public;
grant execute on function people.use_of_units(timestamptz, date) to kansli_app;
