-- How a name stands in a Swedish register: å, ä, ö come after z, v and w are one letter, ü is y, and other marks, capitals
-- and signs do not matter. Read by comparing bytes, which every database does alike, whatever it knows of languages.
-- In bytes { | } come after z: they stand for å, ä, ö.
create function people.order_of(name text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    case
      -- Most names have English letters alone, and less to do.
      when octet_length(name) = length(name) then translate(lower(name collate "C"), 'w{|}~-./,;:()"_''`', 'v             ')
      else replace(replace(translate(
        lower(regexp_replace(
          normalize(
            translate(
              normalize(name, nfc),
              'ÅåÄäÆæÖöØøŐőŒœÜüŰűŁłĐđÐðıWw{|}~-‐‑‒–—./,;:()"“”„«»_' || U&'\00A0' || '''’‘ʼ´`',
              '{{||||}}}}}}}}yyyyllddddivv                          '
            ),
            nfd
          ),
          U&'[\0300-\036F]', '', 'g') collate "C"),
        'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐЂЈЉЊЋЏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣςΤΥΦΧΨΩ',
        'абвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџαβγδεζηθικλμνξοπρσστυφχψω'
      ), 'ß', 'ss'), 'þ', 'th')
    end,
    ' +', ' ', 'g'));

-- Kept by the database itself, so that no way of writing a name can forget it. Who has one name stands under that.
alter table people.person
  add column family_order text collate "C" not null
    generated always as (people.order_of(case when family_name = '' then given_name else family_name end)) stored,
  add column given_order text collate "C" not null
    generated always as (people.order_of(given_name)) stored;

-- The register in its order, page by page.
drop index people.person_order;
create index person_order on people.person (organisation_id, family_order, given_order, id)
  where merged_into is null and erased_at is null;

-- Who is of one name: an import asks it of every row.
create index person_keys on people.person (organisation_id, family_key, given_key)
  where merged_into is null and erased_at is null;

-- As before, but that what the database itself makes of a row is left to it when a merge is taken apart.
create or replace function people.restore_row(about regclass, key_columns text[], person_column text, shielded boolean, before jsonb, after jsonb)
  returns text
  language plpgsql set search_path = ''
as $$
declare
  found text := people.key_condition(about, key_columns);
  shield jsonb := '{}';
  standing jsonb;
  wanted jsonb;
  changed text[];
begin
  -- Where the person is kept now: it may have moved since.
  if shielded then
    select jsonb_build_object('home_unit_id', person.home_unit_id, 'protected', person.protected) into shield
      from people.person person
      where person.organisation_id = kansli.organisation_id() and person.id = (before->>person_column)::uuid;
  end if;
  if after is null then
    execute format('insert into %s select (jsonb_populate_record(null::%s, $1)).*', about, about) using before || shield;
    return 'restored';
  end if;
  execute format('select to_jsonb(each) from %s each where %s', about, found) into standing using after;
  if standing is null then
    return 'missing';
  end if;
  select coalesce(jsonb_object_agg(key, value), '{}') || shield into wanted from jsonb_each(before)
    where value is distinct from after->key and (standing->key is not distinct from after->key or key = person_column)
      and not exists (
        select from pg_attribute own where own.attrelid = about and own.attname = key and own.attgenerated <> '');
  changed := array(select jsonb_object_keys(wanted));
  if cardinality(changed) > 0 then
    execute format('update %s each set %s where %s', about,
      (select string_agg(format('%I = (jsonb_populate_record(null::%s, $2)).%I', name, about, name), ', ') from unnest(changed) name),
      found) using after, before || wanted;
  end if;
  return case when exists (
    select from jsonb_each(after) each
    where each.value is distinct from standing->each.key and each.key not in ('home_unit_id', 'protected')
  ) then 'changed' else 'restored' end;
end
$$;

-- How many stand how, counted along an index that holds all there is to know, person by person.
create index membership_standing on people.membership (organisation_id, person_id, home_unit_id, status)
  include (unit_id, protected) where valid_to is null and replaced_at is null;
create index person_gone on people.person (organisation_id, id) where merged_into is not null or erased_at is not null;

create or replace function people.standing_counts(units uuid[]) returns table (standing text, persons integer)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
  -- Whoever hashes a hundred thousand persons forgets that the index has them in order.
  set enable_hashagg = off
  as $$
declare
  organisation uuid := kansli.organisation_id();
  sees_protected boolean := people.sees_protected();
  seen uuid[] := array(
    select id from unnest(units) id where kansli.whole_organisation() or id in (select unnest(kansli.scope())));
  everywhere boolean := not exists (
    select from organisation.unit unit where unit.organisation_id = organisation and not unit.id = any (seen));
  counted integer[];
  at_home integer;
begin
  select array[count(*) filter (where each.rank = 0), count(*) filter (where each.rank = 1),
      count(*) filter (where each.rank = 2), count(*) filter (where each.rank = 3), count(*) filter (where each.rank = 4)],
      count(*) filter (where everywhere or each.home_unit_id = any (seen))
    into counted, at_home
    from (
      select membership.home_unit_id, min(case membership.status when 'active' then 0 when 'lapsed' then 1
          when 'applied' then 2 when 'excluded' then 3 else 4 end) as rank
      from people.membership membership
      where membership.organisation_id = organisation and (everywhere or membership.unit_id = any (seen))
        and membership.valid_to is null and membership.replaced_at is null
        and (sees_protected or not membership.protected)
        and membership.person_id not in (
          select gone.id from people.person gone
          where gone.organisation_id = organisation and (gone.merged_into is not null or gone.erased_at is not null))
      group by membership.person_id, membership.home_unit_id
    ) each;
  return query
    select said.standing, said.persons
    from unnest(array['active', 'lapsed', 'applied', 'excluded', 'left'], counted) said (standing, persons)
    where said.persons > 0;
  -- The rest of those who are kept here have no membership here.
  return query
    select null::text, count(*)::integer - at_home from people.person person
    where person.organisation_id = organisation and (everywhere or person.home_unit_id = any (seen))
      and person.merged_into is null and person.erased_at is null and (sees_protected or not person.protected);
end
$$;

-- A mark for each change of the register, so that whoever has counted it knows whether to count anew: the same marks,
-- the same register. A change takes away older marks, but waits for nobody.
create table people.register_change (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  -- The number of the transaction, which no other on this server has; and when it began, since a backup may be restored
  -- on a server that has not counted so far.
  transaction bigint not null,
  began_at timestamptz not null,
  primary key (organisation_id, transaction, began_at)
);
alter table people.register_change enable row level security;
create policy tenant on people.register_change using (organisation_id = (select kansli.organisation_id()));
grant select on people.register_change to kansli_app;

create function people.mark_register_change() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  marked uuid;
  own bigint := pg_current_xact_id()::text::bigint;
begin
  for marked in
    insert into people.register_change (organisation_id, transaction, began_at)
      select organisation.id, own, transaction_timestamp() from organisation.organisation organisation
      where organisation.id in (select organisation_id from changed)
      on conflict do nothing
      returning organisation_id
  loop
    delete from people.register_change where organisation_id = marked and (transaction, began_at) in (
      select older.transaction, older.began_at from people.register_change older
      where older.organisation_id = marked and (older.transaction, older.began_at) <> (own, transaction_timestamp())
      for update skip locked);
  end loop;
  return null;
end
$$;
create trigger mark_new after insert on people.person
  referencing new table as changed for each statement execute function people.mark_register_change();
create trigger mark_changed after update on people.person
  referencing new table as changed for each statement execute function people.mark_register_change();
create trigger mark_gone after delete on people.person
  referencing old table as changed for each statement execute function people.mark_register_change();
create trigger mark_new after insert on people.membership
  referencing new table as changed for each statement execute function people.mark_register_change();
create trigger mark_changed after update on people.membership
  referencing new table as changed for each statement execute function people.mark_register_change();
create trigger mark_gone after delete on people.membership
  referencing old table as changed for each statement execute function people.mark_register_change();

-- The units the caller reaches and those above them, up to one that keeps a register of its own.
create function people.scope_and_above() returns uuid[]
  language sql stable set search_path = ''
as $$
  with recursive path as (
    select place.id, place.parent_id, place.own_register from organisation.unit place
    where place.organisation_id = kansli.organisation_id() and place.id = any (kansli.scope())
    union
    select above.id, above.parent_id, above.own_register from organisation.unit above
    join path on path.parent_id = above.id and not path.own_register
    where above.organisation_id = kansli.organisation_id()
  )
  select coalesce(array_agg(id), '{}') from path
$$;

-- The tags of a unit are made, named and put away by those who reach it; those below it see and use them too.
drop policy scope on people.tag;
create policy seen on people.tag for select
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select people.scope_and_above())::uuid[])));
create policy made on people.tag for insert
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
create policy changed on people.tag for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));

create policy removed on people.tag for delete
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));

-- They run when rows change, with more rights than whoever changes them; nobody calls them.
revoke all on function people.mark_register_change() from public;
