-- The application works as kansli_app: a role that owns nothing, cannot log in, and sees a row only when
-- row-level security lets it. Each transaction says who asks by settings that end with it.
create schema kansli;

do $$
begin
  create role kansli_app nologin;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole server; another database of Kansli made it
end
$$;

do $$
begin
  execute format('grant kansli_app to %I', current_user);
end
$$;

grant usage on schema kansli to kansli_app;

-- Settings say who asks, and `role` is a setting too. They are made before the application takes its role; after
-- that nobody may change them from inside a query, not even by words that were slipped into one. Only the server's
-- superuser can take the function away; on a server that lends out less, a test and the README of src/platform/access
-- say what is left.
do $$
begin
  revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
  execute format('revoke temporary on database %I from public', current_database());
exception when insufficient_privilege then
  null;
end
$$;

-- The tenant. Null (and so no rows at all) when nobody said which.
create function kansli.organisation_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('kansli.organisation_id', true), '')::uuid;

-- The account that asks; null for the system itself and for anonymous readers.
create function kansli.user_id() returns text
  language sql stable parallel safe
  return nullif(current_setting('kansli.user_id', true), '');

-- Does the operation reach the whole organisation (operator, jobs)?
create function kansli.whole_organisation() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('kansli.scope', true), '') = '*';

-- The units the operation reaches: those of the caller's grants for it, and all below them.
create function kansli.scope() returns uuid[]
  language sql stable parallel safe
  return case coalesce(current_setting('kansli.scope', true), '')
    when '' then '{}'::uuid[]
    when '*' then '{}'::uuid[]
    else current_setting('kansli.scope', true)::uuid[]
  end;

-- What has been applied to this database, and exactly what it said then.
create table kansli.migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);
