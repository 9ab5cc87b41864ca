-- What a person may do with what is kept about them, and what must not be kept: own page, erasure, retention, the
-- register of processing, and records opened outside one's trust.

create or replace function kansli.own_person() returns uuid
  language sql stable
as $$ select people.own_person() $$;

-- A link in a mail by which an account is tied to a person's record. The record's own address gets it, so that
-- nobody is tied to a record by a guess.
create table people.account_invitation (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  email text not null check (email = lower(email)),
  token_hash text not null unique,
  made_at timestamptz not null,
  made_by_name text not null default '',
  expires_at timestamptz not null,
  answered_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index account_invitation_person on people.account_invitation (organisation_id, person_id, home_unit_id, protected);
select people.defend('people.account_invitation');

-- What a link offers, for whoever has it; nothing when it no longer works.
create function people.open_account_invitation(hash text, at timestamptz)
  returns table (email text, given_name text, family_name text, organisation_name text, is_demo boolean)
  language sql stable security definer set search_path = ''
as $$
  select invitation.email, person.given_name, person.family_name, organisation.name, organisation.is_demo
  from people.account_invitation invitation
  join people.person person
    on person.organisation_id = invitation.organisation_id and person.id = invitation.person_id
  join organisation.organisation organisation on organisation.id = invitation.organisation_id
  where invitation.token_hash = hash and invitation.organisation_id = kansli.organisation_id()
    and invitation.answered_at is null and invitation.expires_at > at
    and person.merged_into is null and person.erased_at is null
$$;
revoke all on function people.open_account_invitation(text, timestamptz) from public;
grant execute on function people.open_account_invitation(text, timestamptz) to kansli_app;

-- Ties an account to the record that the link is for, once for each link. The newest link holds: what the account or
-- the record was tied to before is let go. Invented people take none.
create function people.answer_account_invitation(hash text, answering_user text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  invitation people.account_invitation;
begin
  if exists (select from account."user" person where person."id" = answering_user and person."isDemo") then
    return null;
  end if;
  update people.account_invitation open set answered_at = at
    where open.token_hash = hash and open.organisation_id = kansli.organisation_id()
      and open.answered_at is null and open.expires_at > at
    returning * into invitation;
  if not found then
    return null;
  end if;
  delete from people.account_link link
    where link.organisation_id = invitation.organisation_id
      and (link.user_id = answering_user or link.person_id = invitation.person_id);
  insert into people.account_link (organisation_id, user_id, person_id, linked_at)
    values (invitation.organisation_id, answering_user, invitation.person_id, at);
  insert into people.event (organisation_id, id, person_id, home_unit_id, protected, at, kind, detail, by_user_id, by_name)
    select person.organisation_id, gen_random_uuid(), person.id, person.home_unit_id, person.protected, at,
      'accountLinked', '{}', answering_user, (select known."name" from account."user" known where known."id" = answering_user)
    from people.person person
    where person.organisation_id = invitation.organisation_id and person.id = invitation.person_id;
  return invitation.person_id;
end
$$;
revoke all on function people.answer_account_invitation(text, text, timestamptz) from public;
grant execute on function people.answer_account_invitation(text, text, timestamptz) to kansli_app;

-- Somebody signed in looks for the own record: when exactly one person without an account has the account's
-- confirmed address as a confirmed contact, a link is made for that address. The asker is told nothing either way.
create function people.offer_own_link(new_id uuid, hash text, at timestamptz, until timestamptz) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  address text;
  persons uuid[];
begin
  select lower(person."email") into address from account."user" person
    where person."id" = kansli.user_id() and person."emailVerified" and not person."isDemo";
  select array_agg(distinct contact.person_id) into persons
    from people.contact contact
    join people.person person
      on person.organisation_id = contact.organisation_id and person.id = contact.person_id
    where contact.organisation_id = kansli.organisation_id() and contact.kind = 'email' and contact.value = address
      and contact.verified_at is not null and contact.valid_to is null
      and person.merged_into is null and person.erased_at is null;
  if persons is null or cardinality(persons) <> 1 or exists (
    select from people.account_link link
    where link.organisation_id = kansli.organisation_id() and link.person_id = persons[1]
  ) or exists (
    -- One link at a time, so that nobody fills a mailbox by a button.
    select from people.account_invitation invitation
    where invitation.organisation_id = kansli.organisation_id() and invitation.person_id = persons[1]
      and invitation.made_at > at - interval '10 minutes'
  ) then
    return null;
  end if;
  insert into people.account_invitation
      (organisation_id, id, person_id, home_unit_id, protected, email, token_hash, made_at, expires_at)
    select person.organisation_id, new_id, person.id, person.home_unit_id, person.protected, address, hash, at, until
    from people.person person
    where person.organisation_id = kansli.organisation_id() and person.id = persons[1];
  return address;
end
$$;
revoke all on function people.offer_own_link(uuid, text, timestamptz, timestamptz) from public;
grant execute on function people.offer_own_link(uuid, text, timestamptz, timestamptz) to kansli_app;

-- The address of a calendar with the person's own dates. Only its hash is kept: it is shown once.
create table people.calendar_feed (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  token_hash text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create unique index calendar_feed_one on people.calendar_feed (organisation_id, person_id) where revoked_at is null;
select people.defend('people.calendar_feed');

-- The dates behind a calendar's address; nothing when it has been revoked.
create function people.calendar_dates(hash text, today date)
  returns table (id uuid, kind text, day date, title text)
  language plpgsql stable security definer set search_path = ''
as $$
declare
  owner uuid;
begin
  select feed.person_id into owner from people.calendar_feed feed
    join people.person person on person.organisation_id = feed.organisation_id and person.id = feed.person_id
    where feed.token_hash = hash and feed.organisation_id = kansli.organisation_id() and feed.revoked_at is null
      and person.merged_into is null and person.erased_at is null;
  if owner is null then
    return;
  end if;
  return query
    select owner, 'feed', null::date, ''
    union all
    select membership.id, 'paidUntil', membership.paid_until, unit.name
    from people.membership membership
    join organisation.unit unit on unit.organisation_id = membership.organisation_id and unit.id = membership.unit_id
    where membership.organisation_id = kansli.organisation_id() and membership.person_id = owner
      and membership.paid_until is not null and membership.valid_to is null and membership.replaced_at is null
      and membership.status in ('active', 'lapsed')
    union all
    select consent.id, 'consentExpires', consent.expires_on, wording.purpose
    from people.consent consent
    join people.consent_wording wording
      on wording.organisation_id = consent.organisation_id and wording.id = consent.wording_id
    where consent.organisation_id = kansli.organisation_id() and consent.person_id = owner
      and consent.withdrawn_at is null and consent.expires_on >= today
    union all
    select term.id, 'termEnds', term.valid_to, body.name
    from people.role_term term
    join organisation.body body on body.organisation_id = term.organisation_id and body.id = term.body_id
    where term.organisation_id = kansli.organisation_id() and term.person_id = owner
      and term.replaced_at is null and term.valid_to >= today
    union all
    select mandate.id, 'termEnds', mandate.valid_to, body.name
    from people.public_mandate mandate
    join organisation.public_body_record body
      on body.organisation_id = mandate.organisation_id and body.public_body_id = mandate.public_body_id
      and body.replaced_at is null and body.valid_to is null
    where mandate.organisation_id = kansli.organisation_id() and mandate.person_id = owner
      and mandate.replaced_at is null and mandate.valid_to >= today;
end
$$;
revoke all on function people.calendar_dates(text, date) from public;
grant execute on function people.calendar_dates(text, date) to kansli_app;

-- Those who are not to come back unasked: keyed hashes of addresses, numbers and personal numbers, and nothing else.
create table people.suppression (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  mark text not null,
  since timestamptz not null,
  reason text not null check (reason in ('erased', 'objection')),
  primary key (organisation_id, mark)
);
alter table people.suppression enable row level security;
create policy tenant on people.suppression
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, delete on people.suppression to kansli_app;

create table people.erasure_request (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  asked_at timestamptz not null,
  asked_by_name text not null,
  message text not null default '' check (length(message) <= 2000),
  state text not null check (state in ('asked', 'refused', 'done', 'withdrawn')),
  decided_at timestamptz,
  decided_by_name text not null default '',
  -- Why it was refused: the law asks for a reason.
  reason text not null default '' check (length(reason) <= 2000),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index erasure_request_person on people.erasure_request (organisation_id, person_id, home_unit_id, protected);
create unique index erasure_request_one on people.erasure_request (organisation_id, person_id) where state = 'asked';
select people.defend('people.erasure_request');

-- For how long what is kept. A rule that is not switched on does nothing.
create table people.retention_rule (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  subject text not null check (subject ~ '^[a-z][a-zA-Z]{0,59}$'),
  months integer not null check (months between 1 and 600),
  active boolean not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  last_run_at timestamptz,
  last_run_count integer,
  primary key (organisation_id, subject)
);
alter table people.retention_rule enable row level security;
create policy reading on people.retention_rule for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.retention_rule for insert
  with check (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()));
create policy changing on people.retention_rule for update
  using (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()))
  with check (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()));
grant select, insert, update on people.retention_rule to kansli_app;

-- What personal data is handled for what (GDPR art. 30).
create table people.processing_record (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  -- What a module declared it by; null for what the organisation wrote itself.
  declared text,
  name text not null check (length(name) between 1 and 200),
  purpose text not null check (length(purpose) <= 4000),
  persons text not null check (length(persons) <= 4000),
  data text not null check (length(data) <= 4000),
  basis text not null check (length(basis) <= 4000),
  recipients text not null check (length(recipients) <= 4000),
  retention text not null check (length(retention) <= 4000),
  security text not null check (length(security) <= 4000),
  changed_at timestamptz not null,
  changed_by_name text not null,
  ended_at timestamptz,
  primary key (organisation_id, id)
);
create unique index processing_record_declared on people.processing_record (organisation_id, declared) where declared is not null;
alter table people.processing_record enable row level security;
create policy reading on people.processing_record for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.processing_record for insert
  with check (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()));
create policy changing on people.processing_record for update
  using (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()))
  with check (organisation_id = (select kansli.organisation_id()) and (select kansli.reaches_all()));
grant select, insert, update on people.processing_record to kansli_app;

-- A record that somebody opened outside their trust, or although it is protected: why, and until when. The unit's
-- own see it at once, the person among those who have read.
create table people.opened_record (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  user_id text not null,
  opened_by_name text not null,
  reason text not null check (length(reason) between 10 and 1000),
  opened_at timestamptz not null,
  expires_at timestamptz not null check (expires_at <= opened_at + interval '1 hour'),
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index opened_record_person on people.opened_record (organisation_id, person_id, home_unit_id, protected);
create index opened_record_at on people.opened_record (organisation_id, opened_at desc);
alter table people.opened_record enable row level security;
create policy reach on people.opened_record
  using (organisation_id = (select kansli.organisation_id()) and (
    person_id = (select people.own_person())
    or user_id = (select kansli.user_id())
    or (select kansli.whole_organisation())
    or home_unit_id = any ((select kansli.scope())::uuid[])));
grant select, update (closed_at) on people.opened_record to kansli_app;

-- Opens one: found by exactly what is known of the person, wherever it is kept.
create function people.open_record(
  new_id uuid, known text, value text, why text, opener_name text, at timestamptz, until timestamptz
) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  found_id uuid;
begin
  select person.id into found_id from people.person person
    where person.organisation_id = kansli.organisation_id() and person.merged_into is null and person.erased_at is null
      and cardinality(kansli.scope()) > 0
      and case known
        when 'personId' then person.id::text = open_record.value
        when 'personalNumber' then person.personal_number_hash = open_record.value
        else exists (
          select from people.contact contact
          where contact.organisation_id = person.organisation_id and contact.person_id = person.id
            and contact.kind = known and contact.value = open_record.value and contact.valid_to is null)
      end
    order by person.id limit 1;
  if found_id is null then
    return null;
  end if;
  insert into people.opened_record
      (organisation_id, id, person_id, home_unit_id, protected, user_id, opened_by_name, reason, opened_at, expires_at)
    select person.organisation_id, new_id, person.id, person.home_unit_id, person.protected, kansli.user_id(),
      opener_name, why, at, until
    from people.person person where person.organisation_id = kansli.organisation_id() and person.id = found_id;
  return found_id;
end
$$;
revoke all on function people.open_record(uuid, text, text, text, text, timestamptz, timestamptz) from public;
grant execute on function people.open_record(uuid, text, text, text, text, timestamptz, timestamptz) to kansli_app;

-- Where something is kept about persons: every foreign key to a person there is, by the catalogue, so that a table
-- added later is found by itself.
create function people.person_references()
  returns table (about regclass, column_name text, optional boolean)
  language sql stable set search_path = ''
as $$
  select distinct known.conrelid::regclass, own.attname::text, not own.attnotnull
  from pg_catalog.pg_constraint known
  cross join lateral unnest(known.conkey, known.confkey) as pair (own, target)
  join pg_catalog.pg_attribute target on target.attrelid = known.confrelid and target.attnum = pair.target
  join pg_catalog.pg_attribute own on own.attrelid = known.conrelid and own.attnum = pair.own
  where known.contype = 'f' and known.confrelid = 'people.person'::regclass and target.attname = 'id'
$$;

-- The records that have become part of a person's, and the person's own.
create function people.with_merged(person uuid) returns uuid[]
  language sql stable
  begin atomic
    with recursive part as (
      select known.id from people.person known
      where known.organisation_id = kansli.organisation_id() and known.id = person
      union
      select known.id from people.person known join part on known.merged_into = part.id
      where known.organisation_id = kansli.organisation_id()
    )
    select coalesce(array_agg(part.id), '{}') from part;
  end;

-- Every row about these persons, in every table. For the functions below, which say who may ask.
create function people.collect(persons uuid[]) returns table (about text, record jsonb)
  language plpgsql stable set search_path = ''
as $$
declare
  place record;
begin
  for place in
    select known.about::text as name,
      string_agg(format('kept.%I = any ($2)', known.column_name), ' or ' order by known.column_name) as condition
    from people.person_references() known
    where known.about <> 'people.person'::regclass
    group by known.about
    union all
    select 'people.person', 'kept.id = any ($2)'
    order by 1
  loop
    return query execute format(
      'select %L::text, to_jsonb(kept) from %s kept where kept.organisation_id = $1 and (%s)',
      place.name, place.name, place.condition)
      using kansli.organisation_id(), persons;
  end loop;
  return query
    select 'account.user', jsonb_build_object('id', known."id", 'name', known."name", 'email', known."email",
      'language', known."language", 'created_at', known."createdAt")
    from people.account_link link join account."user" known on known."id" = link.user_id
    where link.organisation_id = kansli.organisation_id() and link.person_id = any (persons);
  return query
    select 'mail.message', jsonb_build_object('id', message.id, 'recipient', message.recipient,
      'subject', message.subject, 'created_at', message.created_at, 'sent_at', message.sent_at,
      'text', case when message.confidential then null else message.body_text end)
    from mail.message message
    where message.organisation_id = kansli.organisation_id() and lower(message.recipient) in (
      select contact.value from people.contact contact
      where contact.organisation_id = kansli.organisation_id() and contact.person_id = any (persons)
        and contact.kind = 'email');
  return query
    select 'audit.entry', jsonb_build_object('id', entry.id, 'at', entry.at, 'actor_name', entry.actor_name,
      'operation', entry.operation, 'effect', entry.effect, 'detail', entry.detail)
    from audit.entry entry
    where entry.organisation_id = kansli.organisation_id()
      and entry.about_person_ids operator(pg_catalog.&&) persons;
end
$$;
revoke all on function people.collect(uuid[]) from public;

-- Everything about the person whose account asks.
create function people.everything_own() returns table (about text, record jsonb)
  language sql stable security definer set search_path = ''
as $$
  select everything.about, everything.record
  from people.collect(people.with_merged(people.own_person())) everything
  where people.own_person() is not null and kansli.organisation_id() is not null
$$;
revoke all on function people.everything_own() from public;
grant execute on function people.everything_own() to kansli_app;

-- Everything about a person whose record the caller's units keep.
create function people.everything_about(person uuid) returns table (about text, record jsonb)
  language sql stable security definer set search_path = ''
as $$
  select everything.about, everything.record
  from people.person known
  cross join lateral people.collect(people.with_merged(known.id)) everything
  where known.organisation_id = kansli.organisation_id() and known.id = everything_about.person
    and known.merged_into is null and known.erased_at is null
    and (not known.protected or people.sees_protected())
    and (kansli.whole_organisation() or known.home_unit_id = any (kansli.scope()))
$$;
revoke all on function people.everything_about(uuid) from public;
grant execute on function people.everything_about(uuid) to kansli_app;

-- Everything in a record that the caller has opened, while it is open.
create function people.everything_opened(opened uuid, at timestamptz) returns table (about text, record jsonb)
  language sql stable security definer set search_path = ''
as $$
  select everything.about, everything.record
  from people.opened_record opening
  cross join lateral people.collect(people.with_merged(opening.person_id)) everything
  where opening.organisation_id = kansli.organisation_id() and opening.id = opened
    and opening.user_id = kansli.user_id() and opening.closed_at is null and opening.expires_at > at
$$;
revoke all on function people.everything_opened(uuid, timestamptz) from public;
grant execute on function people.everything_opened(uuid, timestamptz) to kansli_app;

-- Removes rows that the retention rules have found too old. Only the system itself asks.
create function people.remove_overdue(about text, ids uuid[]) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  removed integer;
begin
  if not kansli.whole_organisation() or about not in
    ('people.application', 'people.event', 'people.note', 'people.contact', 'people.account_invitation') then
    raise exception 'these rows are not removed by age';
  end if;
  execute format('delete from %s where organisation_id = $1 and id = any ($2)', about::regclass)
    using kansli.organisation_id(), ids;
  get diagnostics removed = row_count;
  return removed;
end
$$;
revoke all on function people.remove_overdue(text, uuid[]) from public;
grant execute on function people.remove_overdue(text, uuid[]) to kansli_app;

-- What some of the things are called that rows about a person point to.
create function people.names_of(ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = ''
as $$
  select unit.id, unit.name from organisation.unit unit
    where unit.organisation_id = kansli.organisation_id() and unit.id = any (ids)
  union all
  select tag.id, tag.name from people.tag tag
    where tag.organisation_id = kansli.organisation_id() and tag.id = any (ids)
  union all
  select field.id, field.label from people.field field
    where field.organisation_id = kansli.organisation_id() and field.id = any (ids)
  union all
  select wording.id, wording.purpose || ' ' || wording.version from people.consent_wording wording
    where wording.organisation_id = kansli.organisation_id() and wording.id = any (ids)
$$;
revoke all on function people.names_of(uuid[]) from public;
grant execute on function people.names_of(uuid[]) to kansli_app;

-- Takes away a person's name wherever it stands beside what they did: columns that end in _name and know whose name it
-- is by a column beside them.
create function people.forget_doer(doer text) returns void
  language plpgsql set search_path = ''
as $$
declare
  place record;
  called text := (select known."name" from account."user" known where known."id" = doer);
begin
  for place in
    select format('%I.%I', named.table_schema, named.table_name) as name, named.column_name as said, doing.column_name as whose
    from information_schema.columns named
    join information_schema.columns doing
      on doing.table_schema = named.table_schema and doing.table_name = named.table_name
      and doing.data_type = 'text'
      and doing.column_name in (
        regexp_replace(named.column_name, '_name$', ''), regexp_replace(named.column_name, '_name$', '_user_id'))
    join information_schema.columns tenant
      on tenant.table_schema = named.table_schema and tenant.table_name = named.table_name
      and tenant.column_name = 'organisation_id'
    join information_schema.tables found
      on found.table_schema = named.table_schema and found.table_name = named.table_name and found.table_type = 'BASE TABLE'
    where named.column_name like '%\_name' and named.data_type = 'text'
  loop
    execute format('update %s set %I = '''' where organisation_id = $1 and %I = $2', place.name, place.said, place.whose)
      using kansli.organisation_id(), doer;
  end loop;
  -- Where nothing beside it says whose name it is, the name itself does.
  for place in
    select format('%I.%I', named.table_schema, named.table_name) as name, named.column_name as said
    from information_schema.columns named
    join information_schema.columns tenant
      on tenant.table_schema = named.table_schema and tenant.table_name = named.table_name
      and tenant.column_name = 'organisation_id'
    join information_schema.tables found
      on found.table_schema = named.table_schema and found.table_name = named.table_name and found.table_type = 'BASE TABLE'
    where named.column_name like '%by\_name' and named.data_type = 'text'
  loop
    execute format('update %s set %I = '''' where organisation_id = $1 and %I = $2', place.name, place.said, place.said)
      using kansli.organisation_id(), called;
  end loop;
end
$$;
revoke all on function people.forget_doer(text) from public;

-- What an account of a person is trusted with today, beside being a member: it must end before the person is erased.
create function people.trust_of(person uuid, day date, at timestamptz) returns table (role text)
  language sql stable security definer set search_path = ''
as $$
  select held.role
  from people.account_link link
  join organisation.role_grant held
    on held.organisation_id = link.organisation_id and held.user_id = link.user_id
  where link.organisation_id = kansli.organisation_id() and link.person_id = trust_of.person
    and held.role not in ('member', 'applicant')
    and (held.valid_to is null or held.valid_to >= day) and (held.ended_at is null or held.ended_at > at)
$$;
revoke all on function people.trust_of(uuid, date, timestamptz) from public;
grant execute on function people.trust_of(uuid, date, timestamptz) to kansli_app;

-- Lets the account go that a person had: its names and ways in, unless another organisation knows it too.
create function people.forget_account(account_id text) returns void
  language plpgsql set search_path = ''
as $$
begin
  perform people.forget_doer(account_id);
  update audit.entry set actor_name = '' where organisation_id = kansli.organisation_id() and user_id = account_id;
  if exists (select from account."user" person where person."id" = account_id and person."isDemo")
    or exists (select from people.account_link link
      where link.user_id = account_id and link.organisation_id <> kansli.organisation_id())
    or exists (select from organisation.role_grant held
      where held.user_id = account_id and held.organisation_id <> kansli.organisation_id())
  then
    return;
  end if;
  delete from account."session" where "userId" = account_id;
  delete from account."account" where "userId" = account_id;
  delete from account."passkey" where "userId" = account_id;
  delete from account."twoFactor" where "userId" = account_id;
  update access.api_token set revoked_at = coalesce(revoked_at, now()), name = '–' where user_id = account_id;
  update account."user" set "name" = '–', "email" = account_id || '@erased.invalid', "image" = null
    where "id" = account_id;
end
$$;
revoke all on function people.forget_account(text) from public;

-- Lets go of a person: every row about them in every table, by the catalogue, but those that are said to be kept;
-- mails to them, invitations, their account; and their name in the log, whose entries stay. What is left of the
-- person is a number without a name, so that counts of other days stay what they were.
create function people.forget_person(person uuid, kept text[], at timestamptz, day date) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  persons uuid[];
  addresses text[];
  accounts text[];
  spoken text[];
  merges uuid[];
  partners uuid[];
  runs uuid[];
  waiting record;
  left_over integer;
  before integer := -1;
  one text;
begin
  if not exists (
    select from people.person known
    where known.organisation_id = kansli.organisation_id() and known.id = forget_person.person
      and known.merged_into is null and known.erased_at is null
      and (not known.protected or people.sees_protected())
      and (kansli.whole_organisation() or known.home_unit_id = any (kansli.scope()))
  ) then
    raise exception 'this person is not the caller''s to let go of' using errcode = 'KA002';
  end if;
  persons := people.with_merged(person);
  select array_agg(contact.value) into addresses from people.contact contact
    where contact.organisation_id = kansli.organisation_id() and contact.person_id = any (persons)
      and contact.kind = 'email';
  select array_agg(link.user_id) into accounts from people.account_link link
    where link.organisation_id = kansli.organisation_id() and link.person_id = any (persons);
  select array_agg(distinct lower(word)) into spoken from (
    select known.given_name as word from people.person known
      where known.organisation_id = kansli.organisation_id() and known.id = any (persons)
    union select known.family_name from people.person known
      where known.organisation_id = kansli.organisation_id() and known.id = any (persons)
    union select contact.value from people.contact contact
      where contact.organisation_id = kansli.organisation_id() and contact.person_id = any (persons)
  ) said where length(word) > 1;

  -- A merge keeps rows as they were: also of somebody who was put together with others and taken out again.
  select array_agg(merge.id),
      array_agg(merge.person_id) || array_agg(merge.other_person_id)
    into merges, partners
    from people.person_merge merge
    where merge.organisation_id = kansli.organisation_id()
      and (merge.person_id = any (persons) or merge.other_person_id = any (persons)
        or merge.unmerged_at is not null
          and exists (select from unnest(persons) part where strpos(merge.changes::text, part::text) > 0));
  delete from people.person_merge merge
    where merge.organisation_id = kansli.organisation_id() and merge.id = any (merges);
  update people.event event
    set detail = (
      select jsonb_object_agg(part.key,
        case when part.key in ('name', 'nameBefore') and exists (
          select from unnest(spoken) word where strpos(lower(part.value #>> '{}'), word) > 0
        ) then '"–"'::jsonb else part.value end)
      from jsonb_each(event.detail) part)
    where event.organisation_id = kansli.organisation_id() and event.person_id = any (partners)
      and event.kind in ('merged', 'unmerged') and event.detail <> '{}';

  -- A file cannot lose one of its rows: those that the person came with are let go of whole, with what was refused in them.
  select array_agg(read.run_id) into runs from (
    select known.run_id from people.person known
      where known.organisation_id = kansli.organisation_id() and known.id = any (persons)
    union select contact.run_id from people.contact contact
      where contact.organisation_id = kansli.organisation_id() and contact.person_id = any (persons)
    union select membership.run_id from people.membership membership
      where membership.organisation_id = kansli.organisation_id() and membership.person_id = any (persons)
    union select change.run_id from people.import_change change
      where change.organisation_id = kansli.organisation_id() and change.person_id = any (persons)
  ) read where read.run_id is not null;
  update people.import_run run set sha256 = null
    where run.organisation_id = kansli.organisation_id() and run.id = any (runs);
  delete from people.import_refusal refusal
    where refusal.organisation_id = kansli.organisation_id() and refusal.run_id = any (runs);

  loop
    left_over := 0;
    for waiting in
      select known.about::text as name, known.column_name as about_by, known.optional
      from people.person_references() known
      where known.about <> 'people.person'::regclass and not known.about::text = any (kept)
    loop
      begin
        if waiting.about_by <> 'person_id' and waiting.optional then
          execute format('update %s set %I = null where organisation_id = $1 and %I = any ($2)',
            waiting.name, waiting.about_by, waiting.about_by) using kansli.organisation_id(), persons;
        else
          execute format('delete from %s where organisation_id = $1 and %I = any ($2)',
            waiting.name, waiting.about_by) using kansli.organisation_id(), persons;
        end if;
      exception when foreign_key_violation then
        left_over := left_over + 1;
      end;
    end loop;
    exit when left_over = 0;
    if left_over = before then
      raise exception 'rows about the person refer to one another';
    end if;
    before := left_over;
  end loop;

  update people.membership membership
    set reason = '', source = '', run_id = null,
      valid_to = coalesce(membership.valid_to, greatest(membership.valid_from, day))
    where membership.organisation_id = kansli.organisation_id() and membership.person_id = any (persons);
  update people.role_term term set decision = '', ended_reason = ''
    where term.organisation_id = kansli.organisation_id() and term.person_id = any (persons);
  update people.public_mandate mandate set ended_reason = ''
    where mandate.organisation_id = kansli.organisation_id() and mandate.person_id = any (persons);
  update people.erasure_request request set message = '', asked_by_name = ''
    where request.organisation_id = kansli.organisation_id() and request.person_id = any (persons);
  update people.opened_record opening set closed_at = coalesce(opening.closed_at, at), reason = '– – – – – –'
    where opening.organisation_id = kansli.organisation_id() and opening.person_id = any (persons);
  update people.person known
    set given_name = '–', family_name = '', given_key = '', family_key = '', birth_date = null,
      personal_number_sealed = null, personal_number_hash = null, languages = '{}', accessibility = '',
      source = '', created_by_name = '', run_id = null, erased_at = at, revision = known.revision + 1
    where known.organisation_id = kansli.organisation_id() and known.id = any (persons);

  delete from people.application application
    where application.organisation_id = kansli.organisation_id() and lower(application.email) = any (addresses);
  delete from mail.message message
    where message.organisation_id = kansli.organisation_id() and lower(message.recipient) = any (addresses);
  delete from organisation.invitation invitation
    where invitation.organisation_id = kansli.organisation_id() and invitation.email = any (addresses);
  update audit.entry entry
    set detail = (
      select coalesce(jsonb_object_agg(part.key,
        case when jsonb_typeof(part.value) = 'string' and exists (
          select from unnest(spoken) word where strpos(lower(part.value #>> '{}'), word) > 0
        ) then '""'::jsonb else part.value end), '{}')
      from jsonb_each(entry.detail) part)
    where entry.organisation_id = kansli.organisation_id() and entry.detail <> '{}'
      and (entry.about_person_ids && persons or entry.subject_id = any (persons::text[])
        or entry.user_id = any (accounts));
  foreach one in array coalesce(accounts, '{}') loop
    perform people.forget_account(one);
  end loop;
end
$$;
revoke all on function people.forget_person(uuid, text[], timestamptz, date) from public;
grant execute on function people.forget_person(uuid, text[], timestamptz, date) to kansli_app;
