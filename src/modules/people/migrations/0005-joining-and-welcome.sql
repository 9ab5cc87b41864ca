-- Joining: public pages, applications, who recruited whom, and the welcome that follows each approval.

-- A page that anybody may join through: one a unit, one a campaign. Where the new member comes to is set beforehand.
create table people.join_page (
  organisation_id uuid not null,
  id uuid not null,
  -- Whose page it is: those who organise there keep it.
  unit_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 90),
  title text not null check (length(title) between 1 and 200),
  words text not null default '' check (length(words) <= 4000),
  -- How the home unit is found: it is set, the joiner chooses among the units below it, or the postal code tells.
  home text not null check (home in ('set', 'chosen', 'postalCode')),
  -- The home unit that is set; else the one for whom nothing else is found.
  home_unit_id uuid not null,
  -- An interest or trade association that is joined at the same time.
  extra_unit_id uuid,
  -- What consent is asked for, by the wordings' purposes.
  purposes text[] not null default '{}',
  source text not null check (length(source) between 1 and 100),
  target integer check (target > 0),
  opens_on date not null,
  closes_on date check (closes_on >= opens_on),
  max_uses integer check (max_uses > 0),
  created_at timestamptz not null,
  created_by_name text not null,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, slug),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, home_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, extra_unit_id) references organisation.unit (organisation_id, id)
);
create index join_page_unit on people.join_page (organisation_id, unit_id);
alter table people.join_page enable row level security;
-- A page is public.
create policy reading on people.join_page for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.join_page for insert
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
create policy changing on people.join_page for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.join_page to kansli_app;

-- Which unit a postal code belongs to, as ranges of five digits that registrars keep; the narrowest that fits holds.
create table people.unit_postal_code (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  first_code text not null check (first_code ~ '^[1-9][0-9]{4}$'),
  last_code text not null check (last_code ~ '^[1-9][0-9]{4}$' and last_code >= first_code),
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index unit_postal_code_range on people.unit_postal_code (organisation_id, first_code, last_code) where ended_at is null;
create index unit_postal_code_unit on people.unit_postal_code (organisation_id, unit_id) where ended_at is null;
alter table people.unit_postal_code enable row level security;
create policy reading on people.unit_postal_code for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.unit_postal_code for insert
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
create policy changing on people.unit_postal_code for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.unit_postal_code to kansli_app;

-- What a unit has decided about recruiting and welcoming; a unit without a row follows the nearest one above it.
create table people.joining_setting (
  organisation_id uuid not null,
  unit_id uuid not null,
  -- Within how many days a new member is to be met.
  welcome_days integer not null check (welcome_days between 1 and 60),
  -- May members see who has recruited most, among those who want to be seen?
  leaderboard boolean not null default false,
  -- Growth is counted from this day, towards so many members on that one.
  start_day date,
  member_target integer check (member_target > 0),
  target_day date check (target_day > start_day),
  recorded_at timestamptz not null,
  primary key (organisation_id, unit_id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
alter table people.joining_setting enable row level security;
create policy reading on people.joining_setting for select
  using (organisation_id = (select kansli.organisation_id()));
create policy adding on people.joining_setting for insert
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
create policy changing on people.joining_setting for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.joining_setting to kansli_app;

-- A member's personal link. Who joins by it is counted once to them.
create table people.referral_link (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  token text not null check (token ~ '^[A-Za-z0-9_-]{10,40}$'),
  -- Wants to be seen by name among those who have recruited.
  named boolean not null default false,
  created_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, person_id),
  unique (organisation_id, token),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index referral_link_person on people.referral_link (organisation_id, person_id, home_unit_id, protected);
select people.defend('people.referral_link');

-- An application. Anybody may make one; it is read by those trusted with the units it is an application to. What it says
-- about the applicant goes over into the register when it is approved, and stands in one place only after that.
create table people.application (
  organisation_id uuid not null,
  id uuid not null,
  page_id uuid not null,
  -- The home unit that was found or chosen: it decides.
  unit_id uuid not null,
  extra_unit_id uuid,
  state text not null check (state in ('unconfirmed', 'waiting', 'approved', 'refused', 'withdrawn')),
  given_name text not null check (length(given_name) <= 200),
  family_name text not null check (length(family_name) <= 200),
  given_key text not null,
  family_key text not null,
  email text not null check (length(email) <= 254),
  phone text not null check (length(phone) <= 20),
  care_of text not null default '' check (length(care_of) <= 200),
  street text not null check (length(street) <= 200),
  postal_code text not null check (length(postal_code) <= 20),
  city text not null check (length(city) <= 100),
  country text not null check (length(country) <= 2),
  birth_date date,
  language text not null check (language in ('sv', 'en')),
  message text not null check (length(message) <= 2000),
  -- The wordings that were agreed to.
  consents uuid[] not null default '{}',
  source text not null check (length(source) <= 100),
  referral_link_id uuid,
  -- Recognises the same applicant without saying who it is.
  mark text not null,
  token_hash text not null,
  applied_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by_name text not null default '',
  reason text not null default '' check (length(reason) <= 1000),
  person_id uuid,
  -- Counts to whoever recruited: somebody who was not a member came.
  credited boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, page_id) references people.join_page (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, extra_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, referral_link_id) references people.referral_link (organisation_id, id),
  foreign key (organisation_id, person_id) references people.person (organisation_id, id)
);
create unique index application_token on people.application (organisation_id, token_hash);
-- One open application a page and person, however often the button is pressed.
create unique index application_open on people.application (organisation_id, page_id, mark)
  where state in ('unconfirmed', 'waiting');
create index application_queue on people.application (organisation_id, unit_id, state, confirmed_at);
create index application_page on people.application (organisation_id, page_id, state);
create index application_person on people.application (organisation_id, person_id) where person_id is not null;
create index application_referral on people.application (organisation_id, referral_link_id) where referral_link_id is not null;
create index application_decided on people.application (organisation_id, decided_at) where decided_at is not null;
alter table people.application enable row level security;
create policy applying on people.application for insert
  with check (organisation_id = (select kansli.organisation_id())
    and (state = 'unconfirmed' or (select kansli.whole_organisation())));
create policy reading on people.application for select
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation())
      or unit_id = any ((select kansli.scope())::uuid[])
      or extra_unit_id = any ((select kansli.scope())::uuid[])));
create policy deciding on people.application for update
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on people.application to kansli_app;

-- Every new member is met by somebody: who, when at the latest, how it went.
create table people.welcome_task (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  home_unit_id uuid not null,
  protected boolean not null default false,
  -- The unit that answers for the welcome, also when the member has moved since.
  unit_id uuid not null,
  application_id uuid,
  assignee_user_id text,
  assignee_name text not null default '',
  created_at timestamptz not null,
  due_on date not null,
  state text not null check (state in ('open', 'tried', 'contacted', 'closed')),
  channel text check (channel in ('phone', 'sms', 'email', 'visit')),
  outcome text check (outcome in ('reached', 'willCome', 'noAnswer', 'messageLeft', 'wrongContact', 'declined')),
  notes text not null default '' check (length(notes) <= 2000),
  tries integer not null default 0,
  first_tried_at timestamptz,
  contacted_at timestamptz,
  -- When it was marked as overdue and became the matter of those above as well.
  raised_at timestamptz,
  revision integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, application_id) references people.application (organisation_id, id),
  foreign key (organisation_id, person_id, home_unit_id, protected)
    references people.person (organisation_id, id, home_unit_id, protected) on update cascade
);
create index welcome_task_person on people.welcome_task (organisation_id, person_id, home_unit_id, protected);
create index welcome_task_open on people.welcome_task (organisation_id, unit_id, due_on) where state in ('open', 'tried');
create index welcome_task_made on people.welcome_task (organisation_id, unit_id, created_at);
create index welcome_task_application on people.welcome_task (organisation_id, application_id) where application_id is not null;
select people.defend('people.welcome_task');

-- How many have joined by a page, which limits how many more may.
create function people.join_page_uses(page uuid) returns integer
  language sql stable security definer set search_path = ''
as $$
  select count(*)::integer from people.application application
  where application.organisation_id = kansli.organisation_id() and application.page_id = page
    and application.state in ('waiting', 'approved')
$$;
revoke all on function people.join_page_uses(uuid) from public;
grant execute on function people.join_page_uses(uuid) to kansli_app;

-- Whose personal link this is; nothing when it is nobody's.
create function people.referral_of(link_token text) returns uuid
  language sql stable security definer set search_path = ''
as $$
  select link.id from people.referral_link link
  join people.person person on person.organisation_id = link.organisation_id and person.id = link.person_id
  where link.organisation_id = kansli.organisation_id() and link.token = link_token
    and person.erased_at is null and person.merged_into is null
$$;
revoke all on function people.referral_of(text) from public;
grant execute on function people.referral_of(text) to kansli_app;

-- What is known already of somebody who applies: 'waiting' for an answer, a 'member' wherever the page leads, or 'sent' a
-- moment ago. Only what is mailed to the address itself may say it. An earlier application that nobody confirmed is taken away for the new one.
create function people.make_way_for_application(
  page uuid, applicant_mark text, address text, given text, family text, extra uuid, at timestamptz
) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  organisation uuid := kansli.organisation_id();
begin
  if exists (
    select from people.application application
    where application.organisation_id = organisation and application.page_id = page
      and application.mark = applicant_mark and application.state = 'waiting'
  ) then
    return 'waiting';
  end if;
  if exists (
    select from people.contact contact
    join people.person person on person.organisation_id = contact.organisation_id and person.id = contact.person_id
    where contact.organisation_id = organisation and contact.kind = 'email' and contact.value = address
      and contact.valid_to is null and person.given_key = given and person.family_key = family
      and person.merged_into is null and person.erased_at is null
      and exists (
        select from people.membership membership
        where membership.organisation_id = organisation and membership.person_id = person.id
          and membership.status in ('applied', 'active') and membership.valid_to is null
          and membership.replaced_at is null
          and case when extra is null then membership.kind = 'home' else membership.unit_id = extra end)
  ) then
    return 'member';
  end if;
  -- A button that was pressed twice.
  if exists (
    select from people.application application
    where application.organisation_id = organisation and application.page_id = page
      and application.mark = applicant_mark and application.state = 'unconfirmed'
      and application.applied_at > at - interval '10 seconds'
  ) then
    return 'sent';
  end if;
  delete from people.application application
    where application.organisation_id = organisation and application.page_id = page
      and application.mark = applicant_mark and application.state = 'unconfirmed';
  return null;
end
$$;
revoke all on function people.make_way_for_application(uuid, text, text, text, text, uuid, timestamptz) from public;
grant execute on function people.make_way_for_application(uuid, text, text, text, text, uuid, timestamptz) to kansli_app;

-- An application as whoever holds its link may see it: until it is decided, and for as long as the link holds.
create function people.own_application(hash text, at timestamptz)
  returns table (
    id uuid, state text, page_slug text, page_title text, unit_name text, extra_unit_name text, given_name text,
    family_name text, email text, phone text, address text
  )
  language sql stable security definer set search_path = ''
as $$
  select application.id, application.state, page.slug, page.title, unit.name, extra.name, application.given_name,
    application.family_name, application.email, application.phone,
    concat_ws(', ', application.street, nullif(concat_ws(' ', nullif(application.postal_code, ''), application.city), ''))
  from people.application application
  join people.join_page page
    on page.organisation_id = application.organisation_id and page.id = application.page_id
  join organisation.unit unit
    on unit.organisation_id = application.organisation_id and unit.id = application.unit_id
  left join organisation.unit extra
    on extra.organisation_id = application.organisation_id and extra.id = application.extra_unit_id
  where application.organisation_id = kansli.organisation_id() and application.token_hash = hash
    and (application.state = 'waiting' or (application.state = 'unconfirmed' and application.expires_at > at))
$$;
revoke all on function people.own_application(text, timestamptz) from public;
grant execute on function people.own_application(text, timestamptz) to kansli_app;

-- The applicant has the address they gave. Pressing twice is as pressing once; a page that is full by now says so.
create function people.confirm_application(hash text, at timestamptz) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  asked people.application;
  limited integer;
begin
  select * into asked from people.application found
    where found.organisation_id = kansli.organisation_id() and found.token_hash = hash
    for update;
  if not found or asked.state not in ('unconfirmed', 'waiting') then
    return null;
  end if;
  if asked.state = 'waiting' then
    return 'already';
  end if;
  if asked.expires_at <= at then
    return null;
  end if;
  -- Those who confirm at the same moment do so one after the other, where they are counted.
  select page.max_uses into limited from people.join_page page
    where page.organisation_id = asked.organisation_id and page.id = asked.page_id
      and page.max_uses is not null
    for update;
  if limited <= people.join_page_uses(asked.page_id) then
    return 'full';
  end if;
  update people.application as decided set state = 'waiting', confirmed_at = at
    where decided.organisation_id = asked.organisation_id and decided.id = asked.id;
  return 'confirmed';
end
$$;
revoke all on function people.confirm_application(text, timestamptz) from public;
grant execute on function people.confirm_application(text, timestamptz) to kansli_app;

-- Taken back by whoever holds its link, before it is decided: what it said is gone with it.
create function people.withdraw_application(hash text, at timestamptz) returns uuid
  language sql security definer set search_path = ''
as $$
  update people.application set state = 'withdrawn', decided_at = at, given_name = '', family_name = '', given_key = '',
    family_key = '', email = '', phone = '', care_of = '', street = '', postal_code = '', city = '', country = '',
    birth_date = null, message = '', consents = '{}'
  where organisation_id = kansli.organisation_id() and token_hash = hash
    and (state = 'waiting' or (state = 'unconfirmed' and expires_at > at))
  returning id
$$;
revoke all on function people.withdraw_application(text, timestamptz) from public;
grant execute on function people.withdraw_application(text, timestamptz) to kansli_app;

-- How many have come by the own link, and, where the own unit shows it, by the links of those there who want to be seen.
create function people.referral_board() returns table (name text, own boolean, joined integer)
  language sql stable security definer set search_path = ''
as $$
  with me as (
    select person.organisation_id, person.id, person.home_unit_id from people.person person
    where person.organisation_id = kansli.organisation_id() and person.id = people.own_person()
  )
  select concat_ws(' ', person.given_name, nullif(person.family_name, '')), person.id = me.id,
    (select count(distinct application.person_id)::integer from people.application application
     where application.organisation_id = link.organisation_id and application.referral_link_id = link.id
       and application.credited)
  from me
  join people.referral_link link
    on link.organisation_id = me.organisation_id and (link.person_id = me.id or link.home_unit_id = me.home_unit_id)
  join people.person person on person.organisation_id = link.organisation_id and person.id = link.person_id
  where person.id = me.id or (link.named and not link.protected and person.erased_at is null and person.merged_into is null
    and exists (
      select from people.joining_setting setting
      where setting.organisation_id = me.organisation_id and setting.unit_id = me.home_unit_id and setting.leaderboard))
$$;
revoke all on function people.referral_board() from public;
grant execute on function people.referral_board() to kansli_app;
