-- Every write, every export and every read of personal data. Rows are only ever added; the application's role
-- can neither change nor remove them.
create schema audit;
grant usage on schema audit to kansli_app;

-- Does the caller reach all of the organisation: the system itself, or trust in its top unit? Units are the
-- organisation module's, which says the second half.
create function kansli.reaches_all() returns boolean
  language sql stable parallel safe
  return kansli.whole_organisation();

create table audit.entry (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'operator', 'job')),
  user_id text,
  -- As it was then: the log must be readable after an account is gone.
  actor_name text not null,
  via text,
  operation text not null,
  effect text not null check (effect in ('read', 'write', 'export')),
  subject_kind text not null,
  subject_id text,
  -- Whose data it was about, when it was about one account's, and which unit's, when it was about one unit's.
  about_user_id text,
  unit_id uuid,
  detail jsonb not null default '{}',
  request_id text,
  -- The words it can be found by; ids and operations whole, to be found by how they begin.
  words tsvector not null generated always as (
    to_tsvector('simple', actor_name || ' ' || subject_kind)
    || jsonb_to_tsvector('simple', detail, '["string", "numeric"]')
    || array_to_tsvector(array_remove(
         array[operation, nullif(subject_id, ''), nullif(user_id, ''), nullif(request_id, '')], null))
  ) stored,
  primary key (organisation_id, id)
);
create index entry_at on audit.entry (organisation_id, at desc, id desc);
create index entry_operation on audit.entry (organisation_id, operation, at desc, id desc);
create index entry_subject on audit.entry (organisation_id, subject_kind, subject_id, at desc, id desc);
create index entry_user on audit.entry (organisation_id, user_id, at desc, id desc);
create index entry_about on audit.entry (organisation_id, about_user_id, at desc, id desc)
  where about_user_id is not null;
create index entry_unit on audit.entry (organisation_id, unit_id, at desc, id desc) where unit_id is not null;
create index entry_words on audit.entry using gin (words);

alter table audit.entry enable row level security;
create policy adding on audit.entry for insert
  with check (organisation_id = (select kansli.organisation_id()));
-- Who answers for the whole organisation sees it all; a unit's own sees the unit's; everybody sees what they did
-- and what was done with their own data.
create policy reading on audit.entry for select
  using (
    organisation_id = (select kansli.organisation_id())
    and (
      (select kansli.reaches_all())
      or user_id = (select kansli.user_id())
      or about_user_id = (select kansli.user_id())
      or unit_id = any ((select kansli.scope())::uuid[])
    )
  );
grant select, insert on audit.entry to kansli_app;

-- Are there few entries with these words? Counted by the index of words alone, whatever is guessed about them.
create function audit.few_with(words tsquery) returns boolean
  language sql stable set enable_seqscan = off set enable_indexscan = off set search_path = ''
as $$
  select count(*) < 2000 from (
    select from audit.entry entry
    where entry.organisation_id = kansli.organisation_id() and entry.words operator(pg_catalog.@@) few_with.words
    limit 2000
  ) found
$$;
revoke all on function audit.few_with(tsquery) from public;

-- Searches the log, newest first. Row-level security lets no index be used for a search by words (a condition it
-- does not trust is tried last, on every row), so this function looks with its owner's eyes and keeps to the rules
-- of the policy above itself. A condition that is not given is left out, so that every search has its own plan:
-- words that few entries have are looked up first, others are met soon enough on the way back in time.
create function audit.search(
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
      || ' or entry.unit_id = any (kansli.scope()))';
  end if;
  conditions := conditions
    || case when since is null then '' else ' and entry.at >= $2' end
    || case when before is null then '' else ' and entry.at < $3' end
    || case when person is null then '' else ' and entry.user_id = $4' end
    || case when concerned is null then '' else ' and entry.about_user_id = $5' end
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
revoke all on function audit.search(
  tsquery, timestamptz, timestamptz, text, text, text, text, text, text, timestamptz, uuid, integer
) from public;
grant execute on function audit.search(
  tsquery, timestamptz, timestamptz, text, text, text, text, text, text, timestamptz, uuid, integer
) to kansli_app;
