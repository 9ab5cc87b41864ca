-- Mails to send. A row stays until it is sent; without a mail server it stays readable on the outbox page.
create schema mail;
grant usage on schema mail to kansli_app;

create table mail.message (
  organisation_id uuid not null,
  id uuid not null,
  -- Whose matter it is, when it is one unit's.
  unit_id uuid,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  -- Addresses that mail programs offer as "unsubscribe" (RFC 8058) and answer to.
  unsubscribe_url text,
  reply_to text,
  -- Holds what only the recipient may see, such as a link to sign in by: the outbox shows no body, and none is kept.
  confidential boolean not null default false,
  -- A link that has expired is worse than none.
  send_before timestamptz,
  created_at timestamptz not null,
  -- kept: never to be sent, because the organisation is invented
  state text not null check (state in ('waiting', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  sent_at timestamptz,
  primary key (organisation_id, id)
);
create index message_state on mail.message (organisation_id, state, id desc);
create index message_waiting on mail.message (next_attempt_at) where state = 'waiting';

-- Any operation may send a mail; those trusted in the whole organisation may read what others are sent, and those
-- trusted in a unit what concerns it.
alter table mail.message enable row level security;
create policy adding on mail.message for insert
  with check (organisation_id = (select kansli.organisation_id()));
create policy reading on mail.message for select
  using (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.reaches_all()) or unit_id = any ((select kansli.scope())::uuid[]))
  );
create policy changing on mail.message for update
  using (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.reaches_all()) or unit_id = any ((select kansli.scope())::uuid[]))
  );
grant select, insert, update on mail.message to kansli_app;

-- What has been put in the file store. The bytes lie there under their hash; the row says whose they are.
create schema file;
grant usage on schema file to kansli_app;

create table file.file (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  byte_count bigint not null check (byte_count >= 0),
  sha256 text not null check (length(sha256) = 64),
  created_at timestamptz not null,
  created_by text,
  primary key (organisation_id, id)
);
create index file_hash on file.file (organisation_id, sha256);

-- A file is for the one who uploaded it; what is made of it has rules of its own.
alter table file.file enable row level security;
create policy own on file.file
  using (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or created_by = (select kansli.user_id()))
  )
  with check (
    organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or created_by = (select kansli.user_id()))
  );
grant select, insert, delete on file.file to kansli_app;
