-- A role may be lent to somebody else for a time: for a holiday, a week of calling. What is lent hangs on the
-- lender's own grant and ends with it; it is never lent on.
alter table organisation.role_grant
  add column lent_from uuid,
  add constraint role_grant_lent foreign key (organisation_id, lent_from)
    references organisation.role_grant (organisation_id, id),
  add constraint role_grant_lent_ends check (lent_from is null or valid_to is not null);
create index role_grant_lent_from on organisation.role_grant (organisation_id, lent_from) where lent_from is not null;

-- An account that is trusted with something today, by its address: whom a role may be lent to.
create function organisation.trusted_account(address text, day date, at timestamptz)
  returns table (user_id text, name text)
  language sql stable security definer set search_path = ''
as $$
  select person."id", person."name"
  from account."user" person
  where person."email" = lower(address) and cardinality(kansli.scope()) > 0
    and exists (
      select from organisation.role_grant held
      where held.organisation_id = kansli.organisation_id() and held.user_id = person."id"
        and held.valid_from <= day and (held.valid_to is null or held.valid_to >= day)
        and (held.ended_at is null or held.ended_at > at)
    )
$$;
revoke all on function organisation.trusted_account(text, date, timestamptz) from public;
grant execute on function organisation.trusted_account(text, date, timestamptz) to kansli_app;

-- What the caller is trusted with today in their own right: what they may lend of.
create function organisation.own_grants(day date, at timestamptz)
  returns table (id uuid, role text, unit_id uuid, valid_to date)
  language sql stable security definer set search_path = ''
as $$
  select held.id, held.role, held.unit_id, held.valid_to
  from organisation.role_grant held
  where held.organisation_id = kansli.organisation_id() and held.user_id = kansli.user_id()
    and held.lent_from is null
    and held.valid_from <= day and (held.valid_to is null or held.valid_to >= day)
    and (held.ended_at is null or held.ended_at > at)
$$;
revoke all on function organisation.own_grants(date, timestamptz) from public;
grant execute on function organisation.own_grants(date, timestamptz) to kansli_app;

-- Who may reach a unit today: grants in it and in every unit above it, with the names of those who hold and gave
-- them. Whoever is trusted in a unit may know who sees it, also from above.
create function organisation.grants_covering(unit uuid, day date, at timestamptz)
  returns table (
    id uuid, user_id text, name text, email text, role text, unit_id uuid, unit_name text, valid_from date,
    valid_to date, granted_at timestamptz, granted_by_name text, lent_by_name text, last_used timestamptz
  )
  language sql stable security definer set search_path = ''
as $$
  with recursive path as (
    select place.id, place.parent_id, place.name from organisation.unit place
    where place.organisation_id = kansli.organisation_id() and place.id = unit
      and (kansli.whole_organisation() or place.id = any (kansli.scope()))
    union
    select above.id, above.parent_id, above.name from organisation.unit above
    join path on path.parent_id = above.id
    where above.organisation_id = kansli.organisation_id()
  )
  select held.id, held.user_id, person."name", person."email", held.role, held.unit_id, path.name, held.valid_from,
    held.valid_to, held.granted_at, giver."name", lender."name",
    (select entry.at from audit.entry entry
     where entry.organisation_id = held.organisation_id and entry.user_id = held.user_id
     order by entry.at desc, entry.id desc limit 1)
  from organisation.role_grant held
  join path on path.id = held.unit_id
  join account."user" person on person."id" = held.user_id
  left join account."user" giver on giver."id" = held.granted_by
  left join organisation.role_grant lending
    on lending.organisation_id = held.organisation_id and lending.id = held.lent_from
  left join account."user" lender on lender."id" = lending.user_id
  where held.organisation_id = kansli.organisation_id()
    and held.valid_from <= day and (held.valid_to is null or held.valid_to >= day)
    and (held.ended_at is null or held.ended_at > at)
    and (held.lent_from is null or (
      (lending.valid_to is null or lending.valid_to >= day) and (lending.ended_at is null or lending.ended_at > at)))
$$;
revoke all on function organisation.grants_covering(uuid, date, timestamptz) from public;
grant execute on function organisation.grants_covering(uuid, date, timestamptz) to kansli_app;

-- That somebody has gone through who can see what in a unit: once a year, kept.
create table organisation.access_review (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  day date not null,
  reviewed_at timestamptz not null,
  reviewed_by text,
  reviewed_by_name text not null,
  grants integer not null,
  note text not null default '' check (length(note) <= 1000),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index access_review_unit on organisation.access_review (organisation_id, unit_id, reviewed_at desc);
alter table organisation.access_review enable row level security;
create policy scope on organisation.access_review
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])))
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert on organisation.access_review to kansli_app;
