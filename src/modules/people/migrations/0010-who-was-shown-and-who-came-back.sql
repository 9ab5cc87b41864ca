-- Who was shown by name, also in lists and files of any length; and those who come back after they were erased.

-- What one erasure left belongs together: who comes back by one of the addresses is not kept out by another.
alter table people.suppression add column erasure_id uuid;
create index suppression_erasure on people.suppression (organisation_id, erasure_id) where erasure_id is not null;

-- The records of the person whose account asks: the own one, and those that became part of it.
create function people.own_records() returns uuid[]
  language sql stable security definer set search_path = ''
as $$
  select people.with_merged(people.own_person()) where kansli.organisation_id() is not null
$$;
revoke all on function people.own_records() from public;
grant execute on function people.own_records() to kansli_app;

-- Whom an entry of the log is about when they are many: a file of the whole register names a hundred thousand. They stand
-- in order, a thousand a row, so that one of them is found without an index entry for each.
create table people.shown_in_entry (
  organisation_id uuid not null,
  entry_id uuid not null,
  part integer not null,
  first_id uuid not null,
  last_id uuid not null,
  person_ids uuid[] not null,
  primary key (organisation_id, entry_id, part),
  -- The entry is written in the same statement, after these.
  foreign key (organisation_id, entry_id) references audit.entry (organisation_id, id) on delete cascade
    deferrable initially deferred
);
create index shown_in_entry_between on people.shown_in_entry (organisation_id, first_id, last_id) include (entry_id);
alter table people.shown_in_entry enable row level security;

create function people.keep_shown() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into people.shown_in_entry (organisation_id, entry_id, part, first_id, last_id, person_ids)
    select new.organisation_id, new.id, placed.part, (array_agg(placed.id order by placed.id))[1],
      (array_agg(placed.id order by placed.id desc))[1], array_agg(placed.id order by placed.id)
    from (
      select shown.id, ((row_number() over (order by shown.id)) - 1) / 1000 as part
      from (select distinct unnest(new.about_person_ids) as id) shown
    ) placed
    group by placed.part;
  new.about_person_ids := null;
  return new;
end
$$;
revoke all on function people.keep_shown() from public;
-- A page of a list is at most two hundred: those stand in the entry itself, where an index finds them.
create trigger many_shown before insert on audit.entry
  for each row when (cardinality(new.about_person_ids) > 200) execute function people.keep_shown();

-- The entries that name the person whose account asks among very many.
create function people.own_entries() returns uuid[]
  language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(shown.entry_id), '{}')
  from unnest(people.own_records()) own (id)
  join people.shown_in_entry shown
    on shown.organisation_id = kansli.organisation_id() and shown.first_id <= own.id and shown.last_id >= own.id
    and own.id = any (shown.person_ids)
$$;
revoke all on function people.own_entries() from public;
grant execute on function people.own_entries() to kansli_app;

drop policy reading on audit.entry;
create policy reading on audit.entry for select
  using (
    organisation_id = (select kansli.organisation_id())
    and (
      (select kansli.reaches_all())
      or user_id = (select kansli.user_id())
      or about_user_id = (select kansli.user_id())
      or about_person_ids && (select people.own_records())
      or id = any ((select people.own_entries())::uuid[])
      or unit_id = any ((select kansli.scope())::uuid[])
    )
  );

create or replace function audit.search(
  words tsquery, since timestamptz, before timestamptz, person text, concerned text, operation text, effect text,
  subject_kind text, subject_id text, after_at timestamptz, after_id uuid, at_most integer
) returns setof audit.entry
  language plpgsql stable security definer set search_path = ''
as $$
declare
  entries text := 'audit.entry';
  conditions text := 'entry.organisation_id = kansli.organisation_id()';
  records uuid[] := people.own_records();
  naming uuid[] := people.own_entries();
begin
  if words is not null then
    if audit.few_with(words) then
      entries := '(select * from audit.entry found where found.words operator(pg_catalog.@@) $1 offset 0)';
    else
      conditions := conditions || ' and entry.words operator(pg_catalog.@@) $1';
    end if;
  end if;
  if not kansli.reaches_all() then
    conditions := conditions || ' and (entry.user_id = kansli.user_id() or entry.about_user_id = kansli.user_id()'
      || ' or entry.about_person_ids operator(pg_catalog.&&) $13 or entry.id = any ($14)'
      || ' or entry.unit_id = any (kansli.scope()))';
  end if;
  conditions := conditions
    || case when since is null then '' else ' and entry.at >= $2' end
    || case when before is null then '' else ' and entry.at < $3' end
    || case when person is null then '' else ' and entry.user_id = $4' end
    || case when concerned is null then '' else ' and (entry.about_user_id = $5'
         || ' or entry.about_person_ids operator(pg_catalog.&&) $13 or entry.id = any ($14))' end
    || case when operation is null then '' else ' and entry.operation = $6' end
    || case when effect is null then '' else ' and entry.effect = $7' end
    || case when subject_kind is null then '' else ' and entry.subject_kind = $8' end
    || case when subject_id is null then '' else ' and entry.subject_id = $9' end
    || case when after_at is null then '' else ' and (entry.at, entry.id) < ($10, $11)' end;
  return query execute
    'select entry.* from ' || entries || ' entry where ' || conditions
      || ' order by entry.at desc, entry.id desc limit $12'
    using words, since, before, person, concerned, operation, effect, subject_kind, subject_id, after_at, after_id,
      at_most, records, naming;
end
$$;
