-- Keys for other programs. Only a hash is kept: the key itself is shown once.
create schema access;
grant usage on schema access to kansli_app;

create table access.api_token (
  organisation_id uuid not null,
  id uuid not null,
  user_id text not null references account."user" ("id") on delete cascade,
  name text not null check (length(name) between 1 and 100),
  token_hash text not null unique,
  -- The first characters, so that a person can tell keys apart.
  hint text not null,
  scopes text[] not null,
  -- Was it made in a session with two factors? Then it reaches what asks for them.
  second_factor boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (organisation_id, id)
);
create index api_token_user on access.api_token (organisation_id, user_id);

alter table access.api_token enable row level security;
-- A person sees and changes only the own keys, whatever the role.
create policy own on access.api_token
  using (organisation_id = (select kansli.organisation_id()) and user_id = (select kansli.user_id()))
  with check (organisation_id = (select kansli.organisation_id()) and user_id = (select kansli.user_id()));
grant select, insert, update on access.api_token to kansli_app;
