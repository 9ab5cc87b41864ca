-- Answers to changes that carried a key of the caller's own (Idempotency-Key), so that the same change sent twice
-- happens once. Written in the transaction of the change itself; kept for a day.
create table access.kept_answer (
  organisation_id uuid not null,
  user_id text not null references account."user" ("id") on delete cascade,
  key_hash text not null,
  operation text not null,
  -- What was asked for: the same key with something else is refused.
  request_hash text not null,
  answer jsonb,
  kept_at timestamptz not null,
  primary key (organisation_id, user_id, key_hash)
);
create index kept_answer_age on access.kept_answer (kept_at);

alter table access.kept_answer enable row level security;
-- A person gets back only the own answers.
create policy own on access.kept_answer
  using (organisation_id = (select kansli.organisation_id()) and user_id = (select kansli.user_id()))
  with check (organisation_id = (select kansli.organisation_id()) and user_id = (select kansli.user_id()));
grant select, insert, update, delete on access.kept_answer to kansli_app;
