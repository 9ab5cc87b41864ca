-- Mails to send. A row stays until it is sent; without a mail server it stays readable on the outbox page.
create schema mail;
grant usage on schema mail to kansli_app;

create table mail.message (
  organisation_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  primary key (organisation_id, id)
);
create index message_state on mail.message (organisation_id, state, created_at desc);

alter table mail.message enable row level security;
create policy tenant on mail.message
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
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
