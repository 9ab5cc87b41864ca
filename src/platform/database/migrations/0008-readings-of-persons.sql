-- Readings of a person's record are found by the person concerned, whether they had an account at the time or not.

-- The person in the register whose account asks about the own account. The register is a module's, which says so.
create function kansli.own_person() returns uuid
  language sql stable
  return null::uuid;

-- The persons of the register that an entry was about.
alter table audit.entry add column about_person_ids uuid[];
create index entry_about_person on audit.entry using gin (about_person_ids) where about_person_ids is not null;

drop policy reading on audit.entry;
create policy reading on audit.entry for select
  using (
    organisation_id = (select kansli.organisation_id())
    and (
      (select kansli.reaches_all())
      or user_id = (select kansli.user_id())
      or about_user_id = (select kansli.user_id())
      or about_person_ids @> array[(select kansli.own_person())]
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
      || ' or entry.about_person_ids operator(pg_catalog.@>) array[kansli.own_person()]'
      || ' or entry.unit_id = any (kansli.scope()))';
  end if;
  conditions := conditions
    || case when since is null then '' else ' and entry.at >= $2' end
    || case when before is null then '' else ' and entry.at < $3' end
    || case when person is null then '' else ' and entry.user_id = $4' end
    || case when concerned is null then '' else ' and (entry.about_user_id = $5'
         || ' or entry.about_person_ids operator(pg_catalog.@>) array[kansli.own_person()])' end
    || case when operation is null then '' else ' and entry.operation = $6' end
    || case when effect is null then '' else ' and entry.effect = $7' end
    || case when subject_kind is null then '' else ' and entry.subject_kind = $8' end
    || case when subject_id is null then '' else ' and entry.subject_id = $9' end
    || case when after_at is null then '' else ' and (entry.at, entry.id) < ($10, $11)' end;
  return query execute
    'select entry.* from ' || entries || ' entry where ' || conditions
      || ' order by entry.at desc, entry.id desc limit $12'
    using words, since, before, person, concerned, operation, effect, subject_kind, subject_id, after_at, after_id, at_most;
end
$$;
