-- Names are found by the beginning of any word in them, also under row-level security: only comparisons that cannot give
-- anything away use an index there, and those of whole texts can.
create table people.name_word (
  organisation_id uuid not null,
  person_id uuid not null,
  word text not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  primary key (organisation_id, person_id, word),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade on delete cascade
);
create index name_word_word on people.name_word (organisation_id, word text_pattern_ops, person_id);
select people.defend('people.name_word');

create function people.words_of(given_key text, family_key text) returns setof text
  language sql immutable
  return regexp_split_to_table(given_key || ' ' || family_key, '[ -]+');

create function people.keep_words_of_new() returns trigger
  language plpgsql
  as $$
begin
  insert into people.name_word (organisation_id, person_id, word, home_unit_id, protected)
    select distinct person.organisation_id, person.id, word, person.home_unit_id, person.protected
    from arrived person, people.words_of(person.given_key, person.family_key) word
    where word <> '';
  return null;
end
$$;
create trigger keep_words_of_new after insert on people.person
  referencing new table as arrived for each statement execute function people.keep_words_of_new();

create function people.keep_words() returns trigger
  language plpgsql
  as $$
begin
  delete from people.name_word where organisation_id = new.organisation_id and person_id = new.id;
  insert into people.name_word (organisation_id, person_id, word, home_unit_id, protected)
    select distinct new.organisation_id, new.id, word, new.home_unit_id, new.protected
    from people.words_of(new.given_key, new.family_key) word
    where word <> '';
  return null;
end
$$;
create trigger keep_words after update of given_key, family_key on people.person
  for each row when (old.given_key <> new.given_key or old.family_key <> new.family_key)
  execute function people.keep_words();

insert into people.name_word (organisation_id, person_id, word, home_unit_id, protected)
  select distinct person.organisation_id, person.id, word, person.home_unit_id, person.protected
  from people.person person, people.words_of(person.given_key, person.family_key) word
  where word <> '';

-- The register in its order, page by page.
create index person_order on people.person (organisation_id, family_key, given_key, id)
  where merged_into is null and erased_at is null;

-- Who has moved from one unit to another: both see it, the one that was left also afterwards.
create table people.move (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  -- As the person was called; emptied when the record is erased.
  name text not null check (length(name) <= 500),
  day date not null,
  recorded_at timestamptz not null,
  by_name text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, from_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, to_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade on delete cascade
);
create index move_from on people.move (organisation_id, from_unit_id, day desc);
create index move_to on people.move (organisation_id, to_unit_id, day desc);
create index move_person on people.move (organisation_id, person_id, home_unit_id, protected);
create policy reach on people.move
  using (organisation_id = (select kansli.organisation_id()) and (
    person_id = (select people.own_person())
    or ((not protected or (select people.sees_protected()))
      and ((select kansli.whole_organisation())
        or from_unit_id = any ((select kansli.scope())::uuid[])
        or to_unit_id = any ((select kansli.scope())::uuid[])
        or home_unit_id = any ((select kansli.scope())::uuid[])))));
alter table people.move enable row level security;
grant select, insert on people.move to kansli_app;

create function people.forget_in_moves() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update people.move set name = '' where organisation_id = new.organisation_id and person_id = new.id;
  return null;
end
$$;
create trigger forget_in_moves after update of erased_at on people.person
  for each row when (new.erased_at is not null) execute function people.forget_in_moves();

-- A unit that somebody belongs to is not closed: also those count whom the one who closes it does not see.
create function people.keep_unit_with_members() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if exists (
    select from people.membership membership
    where membership.organisation_id = new.organisation_id and membership.unit_id = new.id
      and membership.replaced_at is null and membership.status in ('applied', 'active', 'lapsed')
      and (membership.valid_to is null or membership.valid_to > new.valid_to)
  ) then
    raise exception 'The unit has members.' using errcode = 'KA001';
  end if;
  return new;
end
$$;
create trigger keep_unit_with_members before update of valid_to on organisation.unit
  for each row when (new.valid_to is not null and old.valid_to is null)
  execute function people.keep_unit_with_members();

-- When a unit goes on in another, so do its members, from the same day: nobody is lost, nobody belongs twice.
create function people.follow_merger() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  member people.membership;
  there people.membership;
begin
  for member in
    select * from people.membership membership
    where membership.organisation_id = new.organisation_id and membership.unit_id = new.from_unit_id
      and membership.valid_to is null and membership.replaced_at is null
  loop
    select * into there from people.membership membership
      where membership.organisation_id = new.organisation_id and membership.unit_id = new.to_unit_id
        and membership.person_id = member.person_id and membership.valid_to is null and membership.replaced_at is null;
    update people.membership membership set
      valid_to = case when membership.valid_from < new.day then new.day - 1 end,
      replaced_at = case when membership.valid_from < new.day then null else new.recorded_at end
      where membership.organisation_id = new.organisation_id and membership.id = member.id;
    -- The one there stays, unless what comes says more: that somebody belongs, or is at home.
    if there.id is not null then
      continue when there.status in ('applied', 'active', 'lapsed')
        and (there.kind = 'home' or member.kind <> 'home' or member.status not in ('applied', 'active', 'lapsed'));
      continue when member.status not in ('applied', 'active', 'lapsed');
      update people.membership membership set
        valid_to = case when membership.valid_from < new.day then new.day - 1 end,
        replaced_at = case when membership.valid_from < new.day then null else new.recorded_at end
        where membership.organisation_id = new.organisation_id and membership.id = there.id;
    end if;
    insert into people.membership (organisation_id, id, person_id, home_unit_id, protected, unit_id, kind, status,
        valid_from, paid_until, reason, source, recorded_at)
      values (member.organisation_id, gen_random_uuid(), member.person_id, member.home_unit_id, member.protected,
        new.to_unit_id, member.kind, member.status, greatest(new.day, member.valid_from), member.paid_until, member.reason,
        'merger', new.recorded_at);
  end loop;
  insert into people.move (organisation_id, id, person_id, home_unit_id, protected, from_unit_id, to_unit_id, name, day,
      recorded_at, by_name)
    select person.organisation_id, gen_random_uuid(), person.id, person.home_unit_id, person.protected,
      new.from_unit_id, new.to_unit_id, trim(person.given_name || ' ' || person.family_name), new.day, new.recorded_at, 'Kansli'
    from people.person person
    where person.organisation_id = new.organisation_id and person.home_unit_id = new.from_unit_id
      and person.merged_into is null and person.erased_at is null;
  update people.person person set home_unit_id = new.to_unit_id
    where person.organisation_id = new.organisation_id and person.home_unit_id = new.from_unit_id;
  return null;
end
$$;
create trigger follow_merger after insert on organisation.unit_succession
  for each row when (new.kind = 'merge') execute function people.follow_merger();

-- A unit and all below it as they lay on a day.
create function people.units_below_on(top uuid, day date) returns table (unit_id uuid)
  language sql stable
  begin atomic
    with recursive below as (
      select top as unit_id
      union
      select place.unit_id from organisation.unit_place place join below on place.parent_id = below.unit_id
      where place.organisation_id = (select kansli.organisation_id()) and place.replaced_at is null
        and place.valid_from <= day and (place.valid_to is null or place.valid_to >= day)
    )
    select below.unit_id from below;
  end;

-- How many members each unit had on a day, with all below it: persons, not memberships. It counts everybody, also those
-- whom the one who asks does not see and those whose identity is protected, and says nothing but how many.
create function people.member_counts(day date)
  returns table (unit_id uuid, parent_id uuid, name text, members integer)
  language sql stable security definer set search_path = ''
  as $$
    with recursive lies as (
      select place.unit_id, place.parent_id from organisation.unit_place place
      where place.organisation_id = (select kansli.organisation_id()) and place.replaced_at is null
        and place.valid_from <= day and (place.valid_to is null or place.valid_to >= day)
    ), above as (
      select lies.unit_id, lies.unit_id as top from lies
      union
      select above.unit_id, lies.parent_id from above join lies on lies.unit_id = above.top
      where lies.parent_id is not null
    ), counted as (
      select above.top, count(distinct membership.person_id)::integer as members
      from people.membership membership join above on above.unit_id = membership.unit_id
      where membership.organisation_id = (select kansli.organisation_id()) and membership.replaced_at is null
        and membership.status = 'active' and membership.valid_from <= day
        and (membership.valid_to is null or membership.valid_to >= day)
      group by above.top
    )
    select lies.unit_id, lies.parent_id, named.name, coalesce(counted.members, 0)
    from lies
    join organisation.unit_name named on named.organisation_id = (select kansli.organisation_id())
      and named.unit_id = lies.unit_id and named.replaced_at is null
      and named.valid_from <= day and (named.valid_to is null or named.valid_to >= day)
    left join counted on counted.top = lies.unit_id
    order by named.name
  $$;

-- How many persons stand how in these units: for those whom the one who asks reaches, as row-level security would count
-- them one by one. `standing` is the one that says most of several; null for those without a membership there.
create function people.standing_counts(units uuid[]) returns table (standing text, persons integer)
  language sql stable security definer set search_path = ''
  as $$
    with seen as (
      select id from unnest(units) id
      where (select kansli.whole_organisation()) or id in (select unnest((select kansli.scope())))
    ), counted as (
      select membership.person_id,
        min(case membership.status when 'active' then 0 when 'lapsed' then 1 when 'applied' then 2
          when 'excluded' then 3 else 4 end) as rank
      from people.membership membership
      where membership.organisation_id = (select kansli.organisation_id()) and membership.unit_id in (select id from seen)
        and membership.valid_to is null and membership.replaced_at is null
        and (not membership.protected or (select people.sees_protected()))
      group by membership.person_id
    )
    select (array['active', 'lapsed', 'applied', 'excluded', 'left'])[counted.rank + 1], count(*)::integer
    from counted
    join people.person person on person.organisation_id = (select kansli.organisation_id()) and person.id = counted.person_id
    where person.merged_into is null and person.erased_at is null
    group by 1
    union all
    select null, count(*)::integer
    from people.person person
    where person.organisation_id = (select kansli.organisation_id()) and person.home_unit_id in (select id from seen)
      and person.merged_into is null and person.erased_at is null and (not person.protected or (select people.sees_protected()))
      and not exists (select from counted where counted.person_id = person.id)
  $$;

-- They run when rows change, with more rights than whoever changes them; nobody calls them.
revoke all on function people.forget_in_moves(), people.keep_unit_with_members(), people.follow_merger() from public;
