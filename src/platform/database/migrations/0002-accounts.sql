-- Accounts, sessions and second factors, in the shape the sign-in library keeps them. Only the sign-in itself
-- touches these tables; kansli_app may not even read them.
create schema account;
grant usage on schema account to kansli_app;

create table account."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "twoFactorEnabled" boolean default false,
  -- The language the person has chosen; null follows the browser.
  "language" text check ("language" in ('sv', 'en')),
  -- An invented person of the demo organisation: entered by a button, never changed by those who enter.
  "isDemo" boolean not null default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table account."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references account."user" ("id") on delete cascade,
  "secondFactor" boolean default false
);
create index session_of_user on account."session" ("userId");

create table account."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references account."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on account."account" ("userId");

create table account."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on account."verification" ("identifier");

create table account."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references account."user" ("id") on delete cascade,
  "verified" boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_of_user on account."twoFactor" ("userId");

create table account."passkey" (
  "id" text primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references account."user" ("id") on delete cascade,
  "credentialID" text not null unique,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz default now(),
  "aaguid" text
);
create index passkey_of_user on account."passkey" ("userId");

-- A time-based code is valid for its whole window; what has been used once is kept here until it is not.
create table account.used_code (
  user_id text not null references account."user" ("id") on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (user_id, code_hash)
);

-- Attempts counted by a keyed hash of what was tried (an address, an account), never by the thing itself.
create table account.attempt (
  key_hash text primary key,
  count integer not null,
  window_started_at timestamptz not null
);

-- The one door through which the application's role makes an account: at set-up and when an invitation is
-- answered, in the same transaction as what gives the account its first trust. It can neither read nor change
-- one that exists. Whoever comes this way has shown the set-up code or the link in a mail, so the address counts
-- as confirmed.
create function account.create_account(
  new_id text, new_name text, new_email text, new_language text, password_hash text, at timestamptz
) returns boolean
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into account."user" ("id", "name", "email", "emailVerified", "language", "createdAt", "updatedAt")
    values (new_id, new_name, lower(new_email), true, new_language, at, at)
    on conflict ("email") do nothing;
  if not found then
    return false;
  end if;
  insert into account."account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
    values (new_id, new_id, 'credential', new_id, password_hash, at, at);
  return true;
end
$$;
revoke all on function account.create_account(text, text, text, text, text, timestamptz) from public;
grant execute on function account.create_account(text, text, text, text, text, timestamptz) to kansli_app;

-- Keeps a link to choose a password by, for the person at the machine to hand over: the way back in for somebody
-- who is locked out where there is no mail server. `identifier` is the link's hash, as the sign-in looks it up.
create function account.keep_password_link(
  for_email text, new_id text, identifier text, until timestamptz, at timestamptz
) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  found_id text;
begin
  if not kansli.whole_organisation() then
    raise exception 'only the person at the machine makes a link for somebody else';
  end if;
  select person."id" into found_id from account."user" person
    where person."email" = lower(for_email) and not person."isDemo";
  if found_id is not null then
    insert into account."verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
      values (new_id, identifier, found_id, until, at, at);
  end if;
  return found_id;
end
$$;
revoke all on function account.keep_password_link(text, text, text, timestamptz, timestamptz) from public;
grant execute on function account.keep_password_link(text, text, text, timestamptz, timestamptz) to kansli_app;
