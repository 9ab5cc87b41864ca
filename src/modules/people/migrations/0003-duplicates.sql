-- Records that may be of one person: looking for them in pieces, what was found and decided, and records put together
-- so that they can be taken apart again.

-- Rows refer to their person by four columns. While the table is new and small the database may choose this index to look
-- the person up, and keep to it: then it must lead to one row, or filling a large unit takes the square of its members.
drop index people.person_home;
create index person_home on people.person (organisation_id, home_unit_id, id);

-- One search: where it has come, so that it goes on after a stop.
create table people.duplicate_search (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  status text not null check (status in ('searching', 'done', 'cancelled')),
  -- How many ways of finding candidates have been gone through.
  blocks_done integer not null default 0,
  -- The last candidate that was scored.
  last_first uuid,
  last_second uuid,
  candidates integer not null default 0,
  scored integer not null default 0,
  found integer not null default 0,
  started_at timestamptz not null,
  started_by_name text not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create unique index duplicate_search_one on people.duplicate_search (organisation_id) where status = 'searching';
alter table people.duplicate_search enable row level security;
create policy tenant on people.duplicate_search
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update, delete on people.duplicate_search to kansli_app;

-- Pairs with something in common that wait to be scored; gone when the search is over.
create table people.duplicate_candidate (
  organisation_id uuid not null,
  search_id uuid not null,
  first_person_id uuid not null,
  second_person_id uuid not null,
  primary key (organisation_id, search_id, first_person_id, second_person_id),
  foreign key (organisation_id, search_id) references people.duplicate_search (organisation_id, id) on delete cascade
);
alter table people.duplicate_candidate enable row level security;
create policy whole on people.duplicate_candidate
  using (organisation_id = (select kansli.organisation_id()) and (select kansli.whole_organisation()))
  with check (organisation_id = (select kansli.organisation_id()) and (select kansli.whole_organisation()));
grant select, insert, delete on people.duplicate_candidate to kansli_app;

-- Two records that are alike. Seen by those who reach both persons.
create table people.duplicate_pair (
  organisation_id uuid not null,
  id uuid not null,
  first_person_id uuid not null,
  second_person_id uuid not null check (second_person_id > first_person_id),
  -- From 0, two persons, to 1, one.
  score double precision not null check (score between 0 and 1),
  reasons jsonb not null,
  found_at timestamptz not null,
  -- Somebody knows that they are two. It stands until the records have become more alike than they were then.
  decision text check (decision in ('different')),
  decided_at timestamptz,
  decided_by_name text,
  decided_score double precision,
  primary key (organisation_id, id),
  unique (organisation_id, first_person_id, second_person_id),
  foreign key (organisation_id, first_person_id) references people.person (organisation_id, id) on delete cascade,
  foreign key (organisation_id, second_person_id) references people.person (organisation_id, id) on delete cascade,
  check ((decision is null) = (decided_at is null))
);
create index duplicate_pair_second on people.duplicate_pair (organisation_id, second_person_id);
alter table people.duplicate_pair enable row level security;
create policy reach on people.duplicate_pair
  using (organisation_id = (select kansli.organisation_id())
    and exists (select from people.person person
      where person.organisation_id = duplicate_pair.organisation_id and person.id = duplicate_pair.first_person_id)
    and exists (select from people.person person
      where person.organisation_id = duplicate_pair.organisation_id and person.id = duplicate_pair.second_person_id));
grant select, insert, update, delete on people.duplicate_pair to kansli_app;

-- One record became part of another: every row that was changed, as it was and as it became.
create table people.person_merge (
  organisation_id uuid not null,
  id uuid not null,
  -- The record that stays.
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  other_person_id uuid not null,
  -- [{table, before, after}]: a row of any table; after is null for one that the other record had already.
  changes jsonb not null,
  -- How many rows the staying record had in each table afterwards.
  row_counts jsonb not null,
  merged_at timestamptz not null,
  merged_by_name text not null,
  unmerged_at timestamptz,
  unmerged_by_name text,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade,
  foreign key (organisation_id, other_person_id) references people.person (organisation_id, id),
  check (person_id <> other_person_id)
);
create index person_merge_person on people.person_merge (organisation_id, person_id, merged_at desc);
create unique index person_merge_other on people.person_merge (organisation_id, other_person_id) where unmerged_at is null;
select people.defend('people.person_merge');

-- Every column of every table that says whose a row is, found in the catalogue: tables of later migrations too.
create function people.person_columns() returns table (about regclass, person_column text, shielded boolean, key_columns text[])
  language sql stable set search_path = ''
as $$
  select reference.conrelid::regclass, person_column.attname::text, cardinality(reference.conkey) = 4,
    (select array_agg(part.attname::text order by position.n)
     from pg_index key
     cross join unnest(key.indkey::int2[]) with ordinality as position (number, n)
     join pg_attribute part on part.attrelid = key.indrelid and part.attnum = position.number
     where key.indrelid = reference.conrelid and key.indisprimary)
  from pg_constraint reference
  cross join unnest(reference.conkey, reference.confkey) as pair (own, foreign_number)
  join pg_attribute person_column on person_column.attrelid = reference.conrelid and person_column.attnum = pair.own
  join pg_attribute person_id on person_id.attrelid = reference.confrelid and person_id.attnum = pair.foreign_number
  where reference.contype = 'f' and reference.confrelid = 'people.person'::regclass and person_id.attname = 'id'
    -- What tells of the merging itself stays where it is, and what the database makes of a person's own row follows that.
    and reference.conrelid::regclass::text not in
      ('people.person', 'people.duplicate_pair', 'people.person_merge', 'people.name_word')
  order by reference.conrelid::regclass::text, person_column.attname
$$;

-- Is this a person whom the caller reaches? The same words as the policy of people.person.
create function people.reaches(wanted uuid) returns boolean
  language sql stable set search_path = ''
as $$
  select exists (
    select from people.person person
    where person.organisation_id = kansli.organisation_id() and person.id = wanted
      and (not person.protected or people.sees_protected())
      and (kansli.whole_organisation()
        or person.home_unit_id = any (kansli.scope())
        or exists (
          select from people.membership membership
          where membership.organisation_id = person.organisation_id and membership.person_id = person.id
            and membership.unit_id = any (kansli.scope())
            and membership.valid_to is null and membership.replaced_at is null
            and membership.status in ('applied', 'active', 'lapsed'))))
$$;

-- Every row about two persons, as it stands, past what the caller may see of them: for the record of a merge.
create function people.rows_about(one uuid, other uuid) returns table (about text, person_column text, key_columns text[], content jsonb)
  language plpgsql security definer set search_path = ''
as $$
declare
  reference record;
begin
  if not (people.reaches(one) and people.reaches(other)) then
    raise exception 'no such persons' using errcode = 'no_data_found';
  end if;
  return query
    select 'people.person', 'id', array['organisation_id', 'id'], to_jsonb(person)
    from people.person person
    where person.organisation_id = kansli.organisation_id() and person.id in (one, other);
  for reference in select * from people.person_columns() loop
    return query execute format(
      'select %L, %L, %L::text[], to_jsonb(each) from %s each where each.organisation_id = $1 and each.%I in ($2, $3)',
      reference.about::text, reference.person_column, reference.key_columns, reference.about, reference.person_column)
      using kansli.organisation_id(), one, other;
  end loop;
end
$$;
revoke all on function people.rows_about(uuid, uuid) from public;
grant execute on function people.rows_about(uuid, uuid) to kansli_app;

-- "%I = ($1->>'column')::type" for each column of a key: finds the row that a picture was taken of.
create function people.key_condition(about regclass, key_columns text[]) returns text
  language sql stable set search_path = ''
as $$
  select string_agg(format('each.%I = ($1->>%L)::%s', attname, attname, format_type(atttypid, atttypmod)), ' and ')
  from pg_attribute where attrelid = about and attname = any (key_columns)
$$;

-- Every row of one person becomes the other's. Where both have what only one can have, the moved row ends on the day;
-- one that cannot end, because it says nothing but that it is there, goes.
create function people.move_rows(gone uuid, kept uuid, day date) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  reference record;
  moved record;
  organisation uuid := kansli.organisation_id();
  keeper people.person;
  owner text;
  found text;
  has_end boolean;
begin
  if not (people.reaches(gone) and people.reaches(kept)) then
    raise exception 'no such persons' using errcode = 'no_data_found';
  end if;
  select * into keeper from people.person where organisation_id = organisation and id = kept;
  for reference in select * from people.person_columns() loop
    owner := format('%I = $2', reference.person_column)
      || case when reference.shielded then ', home_unit_id = $3, protected = $4' else '' end;
    found := people.key_condition(reference.about, reference.key_columns);
    has_end := exists (select from pg_attribute
      where attrelid = reference.about and attname = 'valid_to' and not attisdropped);
    for moved in execute format('select to_jsonb(each) as content from %s each where organisation_id = $1 and %I = $2',
      reference.about, reference.person_column) using organisation, gone
    loop
      begin
        execute format('update %s each set %s where %s', reference.about, owner, found)
          using moved.content, kept, keeper.home_unit_id, keeper.protected;
      exception when unique_violation or exclusion_violation then
        if has_end and moved.content->>'valid_to' is null then
          execute format('update %s each set %s, valid_to = greatest(valid_from, $5) where %s', reference.about, owner, found)
            using moved.content, kept, keeper.home_unit_id, keeper.protected, day;
        else
          execute format('delete from %s each where %s', reference.about, found) using moved.content;
        end if;
      end;
    end loop;
  end loop;
end
$$;
revoke all on function people.move_rows(uuid, uuid, date) from public;
grant execute on function people.move_rows(uuid, uuid, date) to kansli_app;

-- Gives a row back what it had before a merge, in every column that nobody has changed since, and its person.
-- Answers 'restored', 'changed' (something of it stays as somebody wrote it since) or 'missing' (it was taken away since).
create function people.restore_row(about regclass, key_columns text[], person_column text, shielded boolean, before jsonb, after jsonb)
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
    where value is distinct from after->key and (standing->key is not distinct from after->key or key = person_column);
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
revoke all on function people.restore_row(regclass, text[], text, boolean, jsonb, jsonb) from public;

-- Takes a merge apart: both records as they were, but for what was changed since, which stays. Answers one row a change.
create function people.take_apart(merge uuid) returns table (about text, outcome text)
  language plpgsql security definer set search_path = ''
as $$
declare
  organisation uuid := kansli.organisation_id();
  merging people.person_merge;
  change record;
  what text;
begin
  select * into merging from people.person_merge
    where organisation_id = organisation and id = merge and unmerged_at is null for update;
  if merging.id is null or not people.reaches(merging.person_id) then
    raise exception 'no such merge' using errcode = 'no_data_found';
  end if;
  for change in
    select each.value->>'table' as name, each.value->'before' as before,
      nullif(each.value->'after', 'null'::jsonb) as after, reference.*
    from jsonb_array_elements(merging.changes) with ordinality as each (value, position)
    left join people.person_columns() reference
      on reference.about = to_regclass(each.value->>'table') and reference.person_column = each.value->>'column'
    -- The staying person first, so that what only one can have is free; then the other; then what goes back to the other,
    -- and last what the staying person had that ended for it.
    order by case
        when each.value->>'table' = 'people.person' then case (each.value->'before'->>'id')::uuid when merging.person_id then 0 else 1 end
        when each.value->'before'->>(each.value->>'column') = merging.person_id::text then 3
        else 2
      end, each.position desc
  loop
    if change.before->>'organisation_id' <> organisation::text
      or (change.name <> 'people.person' and change.about is null) then
      raise exception 'not a row of this merge' using errcode = 'no_data_found';
    end if;
    begin
      what := case when change.name = 'people.person'
        then people.restore_row('people.person', array['organisation_id', 'id'], 'id', false, change.before, change.after)
        else people.restore_row(change.about, change.key_columns, change.person_column, change.shielded, change.before, change.after)
      end;
    exception when unique_violation or exclusion_violation or foreign_key_violation then
      -- Something has come in its place since.
      if change.name = 'people.person' then raise; end if;
      what := 'replaced';
    end;
    about := change.name;
    outcome := what;
    return next;
  end loop;
end
$$;
revoke all on function people.take_apart(uuid) from public;
grant execute on function people.take_apart(uuid) to kansli_app;
