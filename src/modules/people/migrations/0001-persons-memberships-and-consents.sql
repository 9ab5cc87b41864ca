-- The register of persons: who they are, how they are reached, where they belong, what they have agreed to.
--
-- Who sees a row is decided by two columns that every table about a person carries: the unit that keeps the person's
-- record (home_unit_id) and whether the identity is protected. They are the person's own, copied by the database itself
-- (a foreign key that follows its updates), so that no query has to ask the person's row whether it may be seen.
create schema people;
grant usage on schema people to kansli_app;

create table people.person (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  home_unit_id uuid not null,
  -- Hidden from everybody but those an operation is made for, and never exported.
  protected boolean not null default false,
  given_name text not null check (length(given_name) between 1 and 200),
  family_name text not null check (length(family_name) <= 200),
  -- As they are searched for: small letters without marks.
  given_key text not null,
  family_key text not null,
  birth_date date,
  -- Sealed; nobody reads it from the table. The hash finds the same number again.
  personal_number_sealed text,
  personal_number_hash text,
  -- The language to write in, and those spoken.
  language text not null default 'sv' check (language in ('sv', 'en')),
  languages text[] not null default '{}',
  accessibility text not null default '' check (length(accessibility) <= 2000),
  source text not null check (length(source) <= 200),
  -- Why the record may be kept at all (GDPR art. 6 and 9).
  lawful_basis text not null check (lawful_basis in ('membership', 'application', 'consent', 'contract', 'legalObligation', 'publicRole')),
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by_name text not null default '',
  -- The import that made the row.
  run_id uuid,
  -- Became part of another record; shown nowhere, kept so that it can be taken apart again.
  merged_into uuid,
  erased_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, id, home_unit_id, protected),
  foreign key (organisation_id, home_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, merged_into) references people.person (organisation_id, id)
);
create index person_home on people.person (organisation_id, home_unit_id);
create index person_given on people.person (organisation_id, given_key text_pattern_ops);
create index person_family on people.person (organisation_id, family_key text_pattern_ops);
create unique index person_personal_number on people.person (organisation_id, personal_number_hash)
  where personal_number_hash is not null and merged_into is null;
create index person_run on people.person (organisation_id, run_id) where run_id is not null;
create index person_merged on people.person (organisation_id, merged_into) where merged_into is not null;

-- Which person an account belongs to, so that a member reaches what is their own.
create table people.account_link (
  organisation_id uuid not null,
  user_id text not null references account."user" (id) on delete cascade,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (organisation_id, user_id),
  unique (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);

-- Sees the operation protected identities? Only when it was made for that, and says so in its policy.
create function people.sees_protected() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('kansli.protected', true), '') = 'on';

-- The person whose account asks, in what is about the own account (an operation that reaches no unit).
create function people.own_person() returns uuid
  language sql stable
  begin atomic
    select link.person_id from people.account_link link
    where link.organisation_id = kansli.organisation_id() and link.user_id = kansli.user_id()
      and coalesce(current_setting('kansli.scope', true), '') in ('', '{}');
  end;

alter table people.account_link enable row level security;
create policy own on people.account_link
  using (organisation_id = (select kansli.organisation_id())
    and (user_id = (select kansli.user_id()) or (select kansli.scope()) <> '{}' or (select kansli.whole_organisation())))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, delete on people.account_link to kansli_app;

-- Where somebody belongs, from a day to a day, in which standing: one row for each. The home membership follows the
-- address; extra ones (interest and trade associations) stand beside it and are never counted twice.
create table people.membership (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  unit_id uuid not null,
  kind text not null check (kind in ('home', 'extra', 'guest')),
  status text not null check (status in ('applied', 'active', 'lapsed', 'left', 'excluded')),
  valid_from date not null,
  -- The last day it held; null while it holds.
  valid_to date check (valid_to >= valid_from),
  paid_until date,
  reason text not null default '' check (length(reason) <= 500),
  source text not null default '' check (length(source) <= 200),
  recorded_at timestamptz not null,
  -- A row that another took the place of, from the same day: kept, but it holds no longer.
  replaced_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create unique index membership_one_a_unit on people.membership (organisation_id, person_id, unit_id)
  where valid_to is null and replaced_at is null;
create unique index membership_one_home on people.membership (organisation_id, person_id)
  where kind = 'home' and valid_to is null and replaced_at is null and status in ('applied', 'active', 'lapsed');
create index membership_person on people.membership (organisation_id, person_id, home_unit_id, protected);
create index membership_unit on people.membership (organisation_id, unit_id, status);
create index membership_run on people.membership (organisation_id, run_id) where run_id is not null;

-- The own person's rows; else what the caller's units keep or have a membership in, and no protected identity.
create policy reach on people.membership
  using (organisation_id = (select kansli.organisation_id()) and (
    person_id = (select people.own_person())
    or ((not protected or (select people.sees_protected()))
      and ((select kansli.whole_organisation())
        or home_unit_id = any ((select kansli.scope())::uuid[])
        or unit_id = any ((select kansli.scope())::uuid[])))));
alter table people.membership enable row level security;
grant select, insert, update, delete on people.membership to kansli_app;

create policy reach on people.person
  using (organisation_id = (select kansli.organisation_id()) and (
    id = (select people.own_person())
    or ((not protected or (select people.sees_protected()))
      and ((select kansli.whole_organisation())
        or home_unit_id = any ((select kansli.scope())::uuid[])
        or exists (
          select from people.membership membership
          where membership.organisation_id = person.organisation_id and membership.person_id = person.id
            and membership.unit_id = any ((select kansli.scope())::uuid[])
            and membership.valid_to is null and membership.replaced_at is null
            and membership.status in ('applied', 'active', 'lapsed'))))));
alter table people.person enable row level security;
grant select, insert, update, delete on people.person to kansli_app;

-- The same for every other table about a person: called by this migration and by later ones for theirs.
create function people.defend(about regclass) returns void
  language plpgsql
  as $$
declare
  word text := (select relname from pg_class where oid = about);
begin
  execute format('alter table %s enable row level security', about);
  execute format('create policy reach on %1$s
    using (organisation_id = (select kansli.organisation_id()) and (
      person_id = (select people.own_person())
      or ((not protected or (select people.sees_protected()))
        and ((select kansli.whole_organisation())
          or home_unit_id = any ((select kansli.scope())::uuid[])
          or exists (
            select from people.membership membership
            where membership.organisation_id = %2$I.organisation_id and membership.person_id = %2$I.person_id
              and membership.unit_id = any ((select kansli.scope())::uuid[])
              and membership.valid_to is null and membership.replaced_at is null
              and membership.status in (''applied'', ''active'', ''lapsed''))))))', about, word);
  execute format('grant select, insert, update, delete on %s to kansli_app', about);
end
$$;
revoke all on function people.defend(regclass) from public;

-- Ways to reach somebody. A way that no longer leads there is ended, not removed.
create table people.contact (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  kind text not null check (kind in ('email', 'phone', 'address')),
  -- An address of e-mail in small letters; a number as +46701234567; a postal address in one line.
  value text not null check (length(value) between 1 and 500),
  care_of text not null default '' check (length(care_of) <= 200),
  street text not null default '' check (length(street) <= 200),
  postal_code text not null default '' check (length(postal_code) <= 20),
  city text not null default '' check (length(city) <= 100),
  country text not null default '' check (length(country) <= 2),
  preferred boolean not null default false,
  verified_at timestamptz,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null default '' check (length(source) <= 200),
  recorded_at timestamptz not null,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index contact_person on people.contact (organisation_id, person_id, home_unit_id, protected);
create index contact_value on people.contact (organisation_id, kind, value text_pattern_ops) where valid_to is null;
create index contact_postal_code on people.contact (organisation_id, postal_code text_pattern_ops) where valid_to is null and kind = 'address';
create index contact_run on people.contact (organisation_id, run_id) where run_id is not null;
select people.defend('people.contact');

-- What somebody is asked to agree to, word for word. New words are a new version; what was agreed to is never rewritten.
create table people.consent_wording (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  purpose text not null check (purpose ~ '^[a-z][a-zA-Z0-9-]{0,59}$'),
  version integer not null check (version > 0),
  swedish text not null check (length(swedish) between 1 and 4000),
  english text not null check (length(english) between 1 and 4000),
  -- For how long a consent given to these words holds; null until it is withdrawn.
  months integer check (months between 1 and 240),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, purpose, version)
);
alter table people.consent_wording enable row level security;
create policy tenant on people.consent_wording
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on people.consent_wording to kansli_app;

create table people.consent (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  wording_id uuid not null,
  channel text not null check (channel in ('any', 'email', 'sms', 'phone', 'post')),
  given_at timestamptz not null,
  given_through text not null check (length(given_through) <= 200),
  expires_on date,
  withdrawn_at timestamptz,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, wording_id) references people.consent_wording (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index consent_person on people.consent (organisation_id, person_id, home_unit_id, protected);
create index consent_wording_of on people.consent (organisation_id, wording_id) where withdrawn_at is null;
select people.defend('people.consent');

-- Tags belong to a unit: those who organise there make and use them, and those above see them.
create table people.tag (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create unique index tag_name on people.tag (organisation_id, unit_id, lower(name)) where archived_at is null;
alter table people.tag enable row level security;
create policy scope on people.tag
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.tag to kansli_app;

create table people.person_tag (
  organisation_id uuid not null,
  person_id uuid not null,
  tag_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  since timestamptz not null,
  run_id uuid,
  primary key (organisation_id, person_id, tag_id),
  foreign key (organisation_id, tag_id) references people.tag (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index person_tag_tag on people.person_tag (organisation_id, tag_id);
select people.defend('people.person_tag');

-- Fields of the organisation's own, each of a type, seen by the roles it names.
create table people.field (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  key text not null check (key ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  label text not null check (length(label) between 1 and 100),
  type text not null check (type in ('text', 'number', 'date', 'yesNo', 'choice', 'choices')),
  choices text[] not null default '{}',
  visible_to text[] not null,
  own_page boolean not null default false,
  position integer not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create unique index field_key on people.field (organisation_id, key);
alter table people.field enable row level security;
create policy tenant on people.field
  using (organisation_id = (select kansli.organisation_id()))
  with check (organisation_id = (select kansli.organisation_id()));
grant select, insert, update on people.field to kansli_app;

-- A value as text in one form for its type: 12.5, 2026-11-22, yes, or the chosen words. Several choices are several rows.
create table people.field_value (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  field_id uuid not null,
  value text not null check (length(value) between 1 and 2000),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, field_id) references people.field (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create unique index field_value_once on people.field_value (organisation_id, person_id, field_id, value) where valid_to is null;
create index field_value_field on people.field_value (organisation_id, field_id, value) where valid_to is null;
create index field_value_run on people.field_value (organisation_id, run_id) where run_id is not null;
select people.defend('people.field_value');

create table people.note (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  text text not null check (length(text) between 1 and 5000),
  written_at timestamptz not null,
  written_by text,
  written_by_name text not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index note_person on people.note (organisation_id, person_id, home_unit_id, protected);
select people.defend('people.note');

-- How somebody wants to take part, told with consent: the newest row holds.
create table people.engagement (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  interests text[] not null default '{}',
  skills text[] not null default '{}',
  availability text not null default '' check (length(availability) <= 1000),
  -- Unions and movements, and what the person does there.
  affiliations text[] not null default '{}',
  -- How far it may be searched: those who organise the home unit, or the whole district.
  visibility text not null check (visibility in ('unit', 'district')),
  consent_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, consent_id) references people.consent (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create unique index engagement_one on people.engagement (organisation_id, person_id) where valid_to is null and replaced_at is null;
select people.defend('people.engagement');

-- What happened to a record, in order: changes with what stood before, and what others did for the person.
create table people.event (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  at timestamptz not null,
  kind text not null check (length(kind) between 1 and 60),
  detail jsonb not null,
  by_user_id text,
  by_name text not null,
  run_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index event_person on people.event (organisation_id, person_id, at desc);
create index event_run on people.event (organisation_id, run_id) where run_id is not null;
select people.defend('people.event');
