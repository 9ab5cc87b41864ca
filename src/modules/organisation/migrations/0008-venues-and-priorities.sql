-- Premises that can be met in, with what has been asked for in them; and what a body has decided to put first, with what
-- carries it. Both are the whole organisation's to read, as its units and bodies are, and their own unit's to change.

create table organisation.venue (
  organisation_id uuid not null,
  id uuid not null,
  -- Which unit keeps it in the register.
  unit_id uuid not null,
  -- From when to when it is in use.
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index venue_unit on organisation.venue (organisation_id, unit_id);

create table organisation.venue_record (
  organisation_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null default '' check (length(address) <= 300),
  municipality text not null default '' check (length(municipality) <= 100),
  -- How many may be in it; null when nobody knows.
  capacity integer check (capacity between 1 and 100000),
  -- What it has for those who come; the list of what there can be stands in the rules.
  attributes text[] not null default '{}' check (cardinality(attributes) <= 50),
  remark text not null default '' check (length(remark) <= 2000),
  -- The owner's office, never somebody's private address or number.
  owner_name text not null default '' check (length(owner_name) <= 200),
  owner_email text not null default '' check (length(owner_email) <= 200),
  owner_phone text not null default '' check (length(owner_phone) <= 60),
  cost_note text not null default '' check (length(cost_note) <= 500),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, venue_id) references organisation.venue (organisation_id, id),
  constraint venue_record_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(venue_id, venue_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

-- That a body has asked somebody to make a venue better. What came of it are steps, one after another.
create table organisation.venue_request (
  organisation_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  body_id uuid not null,
  -- The unit of the body that asked.
  unit_id uuid not null,
  what text not null check (length(what) between 1 and 1000),
  -- What the venue would have then, when it is one of the things a venue can have.
  attribute text check (length(attribute) between 1 and 60),
  asked_of text not null check (length(asked_of) between 1 and 200),
  asked_on date not null,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, venue_id) references organisation.venue (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index venue_request_venue on organisation.venue_request (organisation_id, venue_id);
create index venue_request_unit on organisation.venue_request (organisation_id, unit_id);

create table organisation.venue_request_step (
  organisation_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  state text not null check (state in ('open', 'answered', 'done', 'refused')),
  day date not null,
  note text not null default '' check (length(note) <= 1000),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, request_id) references organisation.venue_request (organisation_id, id)
);
create index venue_request_step_request on organisation.venue_request_step (organisation_id, request_id);

-- A body's list of what it puts first in a period. A new period is a new list.
create table organisation.priority_list (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  body_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  constraint priority_list_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  )
);
create index priority_list_unit on organisation.priority_list (organisation_id, unit_id);

-- Which body adopted a list, and when. One that was written wrong is replaced.
create table organisation.priority_adoption (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  body_id uuid not null,
  day date not null,
  decision text not null default '' check (length(decision) <= 200),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, list_id) references organisation.priority_list (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id)
);
create unique index priority_adoption_once on organisation.priority_adoption (organisation_id, list_id, body_id)
  where replaced_at is null;

create table organisation.priority (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  primary key (organisation_id, id),
  unique (organisation_id, list_id, id),
  foreign key (organisation_id, list_id) references organisation.priority_list (organisation_id, id)
);

-- Which place it has in its list, what it is called and why it is there.
create table organisation.priority_record (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  priority_id uuid not null,
  rank integer not null check (rank between 1 and 1000),
  title text not null check (length(title) between 1 and 200),
  why text not null default '' check (length(why) <= 2000),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, list_id, priority_id)
    references organisation.priority (organisation_id, list_id, id),
  constraint priority_record_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(priority_id, priority_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null),
  -- Two never have the same place on one day.
  constraint priority_record_one_a_place exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(list_id, list_id, '[]') with =,
    int4range(rank, rank, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

-- What carries a priority: a thing of any module, by its kind and its id. Which kinds there are is registered in the code.
create table organisation.priority_tag (
  organisation_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  kind text not null check (kind ~ '^[a-z][A-Za-z]*[.][a-z][A-Za-z]*$'),
  thing_id uuid not null,
  -- The unit of the thing: who may not see the thing may not see that it is tagged.
  unit_id uuid not null,
  valid_from date not null,
  -- The last day; the day before it began for one that was taken back on the day it was set.
  valid_to date check (valid_to >= valid_from - 1),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, priority_id) references organisation.priority (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create unique index priority_tag_once on organisation.priority_tag (organisation_id, priority_id, kind, thing_id)
  where valid_to is null;
create index priority_tag_thing on organisation.priority_tag (organisation_id, kind, thing_id);
create index priority_tag_unit on organisation.priority_tag (organisation_id, unit_id);

do $$
declare
  one text;
  ours constant text := 'organisation_id = (select kansli.organisation_id())';
  reached constant text := '((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[]))';
  part record;
begin
  foreach one in array array['venue', 'venue_record', 'venue_request', 'venue_request_step', 'priority_list',
    'priority_adoption', 'priority', 'priority_record', 'priority_tag'] loop
    execute format('alter table organisation.%I enable row level security', one);
    execute format('grant select, insert on organisation.%I to kansli_app', one);
  end loop;
  -- Read by everybody inside, written in the units that one's trust covers.
  foreach one in array array['venue', 'venue_request', 'priority_list'] loop
    execute format('create policy reading on organisation.%I for select using (%s)', one, ours);
    execute format('create policy adding on organisation.%I for insert with check (%s and %s)', one, ours, reached);
  end loop;
  foreach one in array array['venue', 'priority_list'] loop
    execute format('create policy changing on organisation.%I for update using (%s and %s) with check (%s and %s)',
      one, ours, reached, ours, reached);
  end loop;
  -- What belongs to one of these is written by those who write that.
  for part in select * from (values
    ('venue_record', 'venue_id', 'venue', true),
    ('venue_request_step', 'request_id', 'venue_request', false),
    ('priority_adoption', 'list_id', 'priority_list', true),
    ('priority', 'list_id', 'priority_list', false),
    ('priority_record', 'list_id', 'priority_list', true)
  ) as belonging (name, key, whole, changes) loop
    execute format('create policy reading on organisation.%I for select using (%s)', part.name, ours);
    execute format('create policy adding on organisation.%I for insert with check (%s and %I in (
      select id from organisation.%I where %s and %s))', part.name, ours, part.key, part.whole, ours, reached);
    if part.changes then
      execute format('create policy changing on organisation.%I for update using (%s and %I in (
        select id from organisation.%I where %s and %s))', part.name, ours, part.key, part.whole, ours, reached);
    end if;
  end loop;
  -- Tags are seen where the tagged thing is.
  execute format('create policy scope on organisation.priority_tag using (%s and %s) with check (%s and %s)',
    ours, reached, ours, reached);
end
$$;
grant update on organisation.venue, organisation.venue_record, organisation.priority_list,
  organisation.priority_adoption, organisation.priority_record, organisation.priority_tag to kansli_app;
