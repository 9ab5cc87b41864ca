-- Decisions are anchored: which groups an association answers for, who has asked whom before deciding, and what came of it.

-- A unit answers for a council group or a district committee, from a day to a day.
create table organisation.anchoring_link (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  body_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id),
  constraint anchoring_link_once exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(unit_id, unit_id, '[]') with =,
    organisation.uuid_range(body_id, body_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  )
);
create index anchoring_link_body on organisation.anchoring_link (organisation_id, body_id);

-- A body asks another body, or a unit as a whole, before it decides.
create table organisation.consultation (
  organisation_id uuid not null,
  id uuid not null,
  issue text not null check (length(issue) between 1 and 200),
  background text not null default '' check (length(background) <= 10000),
  from_body_id uuid not null,
  from_unit_id uuid not null,
  -- Null when the unit as a whole is asked.
  to_body_id uuid,
  to_unit_id uuid not null,
  asked_on date not null,
  answer_by date not null check (answer_by >= asked_on),
  asked_by_name text not null check (length(asked_by_name) <= 200),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, from_body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, from_unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, to_body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, to_unit_id) references organisation.unit (organisation_id, id),
  check (to_body_id <> from_body_id)
);
create index consultation_from on organisation.consultation (organisation_id, from_unit_id, answer_by);
create index consultation_to on organisation.consultation (organisation_id, to_unit_id, answer_by);

-- What was answered: another answer is another row, and the last one holds.
create table organisation.consultation_answer (
  organisation_id uuid not null,
  id uuid not null,
  consultation_id uuid not null,
  outcome text not null check (outcome in ('supports', 'supportsWithChanges', 'against', 'noAnswer')),
  text text not null default '' check (length(text) <= 10000),
  answered_on date not null,
  answered_by_name text not null check (length(answered_by_name) <= 200),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, consultation_id) references organisation.consultation (organisation_id, id)
);
create index consultation_answer_of on organisation.consultation_answer (organisation_id, consultation_id, recorded_at);

-- Statutes, standing orders and ways of working: a body's documents, in versions that are added and never rewritten.
create table organisation.governing_document (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('statutes', 'standingOrders', 'workingMethods', 'other')),
  title text not null check (length(title) between 1 and 200),
  -- The last day it held; null while it holds.
  valid_to date,
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references organisation.body (organisation_id, id)
);
create index governing_document_body on organisation.governing_document (organisation_id, body_id);

create table organisation.governing_document_version (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 200000),
  adopted_on date not null,
  adopted_by_body_id uuid not null,
  -- Who sees to it that it is reviewed, and when at the latest.
  responsible_body_id uuid not null,
  review_due date,
  note text not null default '' check (length(note) <= 1000),
  recorded_at timestamptz not null,
  recorded_by_name text not null check (length(recorded_by_name) <= 200),
  primary key (organisation_id, id),
  unique (organisation_id, document_id, number),
  foreign key (organisation_id, document_id) references organisation.governing_document (organisation_id, id),
  foreign key (organisation_id, adopted_by_body_id) references organisation.body (organisation_id, id),
  foreign key (organisation_id, responsible_body_id) references organisation.body (organisation_id, id)
);

-- Gone through and left as it was, until the next review.
create table organisation.governing_document_review (
  organisation_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  reviewed_on date not null,
  review_due date check (review_due > reviewed_on),
  note text not null default '' check (length(note) <= 1000),
  recorded_at timestamptz not null,
  recorded_by_name text not null check (length(recorded_by_name) <= 200),
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references organisation.governing_document (organisation_id, id)
);
create index governing_document_review_of on organisation.governing_document_review (organisation_id, document_id);

-- An affiliate is an organisation of its own that belongs together with a unit: it keeps its own register, and may have
-- rights to seats in the other's bodies.
create table organisation.affiliation (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  to_unit_id uuid not null,
  decision text not null default '' check (length(decision) <= 500),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id),
  foreign key (organisation_id, to_unit_id) references organisation.unit (organisation_id, id),
  check (unit_id <> to_unit_id),
  constraint affiliation_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(unit_id, unit_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  )
);
create index affiliation_to on organisation.affiliation (organisation_id, to_unit_id);

-- What the one who holds an affiliate's seat may do there; everybody who holds one attends.
create table organisation.seat_right (
  organisation_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  speaks boolean not null,
  proposes boolean not null,
  votes boolean not null,
  decision text not null default '' check (length(decision) <= 500),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, seat_id) references organisation.seat (organisation_id, id),
  constraint seat_right_one_a_day exclude using gist (
    organisation.uuid_range(organisation_id, organisation_id, '[]') with =,
    organisation.uuid_range(seat_id, seat_id, '[]') with =,
    daterange(valid_from, valid_to, '[]') with &&
  ) where (replaced_at is null)
);

do $$
declare
  one text;
begin
  foreach one in array array['anchoring_link', 'governing_document', 'governing_document_version',
    'governing_document_review', 'affiliation', 'seat_right'] loop
    execute format('alter table organisation.%I enable row level security', one);
    execute format('create policy tenant on organisation.%I
      using (organisation_id = (select kansli.organisation_id()))
      with check (organisation_id = (select kansli.organisation_id()))', one);
    execute format('grant select, insert on organisation.%I to kansli_app', one);
  end loop;
end
$$;
-- What goes on is ended; what was said stays as it was said.
grant update (valid_to) on organisation.anchoring_link, organisation.governing_document, organisation.affiliation
  to kansli_app;
grant update (valid_to, replaced_at) on organisation.seat_right to kansli_app;

-- Consultations are seen by both sides, and by those above either.
alter table organisation.consultation enable row level security;
create policy scope on organisation.consultation
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation())
      or from_unit_id = any ((select kansli.scope())::uuid[])
      or to_unit_id = any ((select kansli.scope())::uuid[])))
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or from_unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert on organisation.consultation to kansli_app;
alter table organisation.consultation_answer enable row level security;
create policy scope on organisation.consultation_answer
  using (organisation_id = (select kansli.organisation_id())
    and exists (select from organisation.consultation consultation
      where consultation.organisation_id = consultation_answer.organisation_id
        and consultation.id = consultation_answer.consultation_id));
grant select, insert on organisation.consultation_answer to kansli_app;

-- What holds today decides who reaches what. Once a unit keeps its own register it goes on doing so, whatever becomes of
-- the affiliation: whoever was its member did not become one of somebody else's.
alter table organisation.unit add column own_register boolean not null default false;

-- A grant covers a unit and everything below it, but nobody else's register.
create or replace function organisation.units_below(organisation uuid, top uuid) returns setof uuid
  language sql stable
  begin atomic
    with recursive below as (
      select unit.id from organisation.unit unit where unit.organisation_id = organisation and unit.id = top
      union
      select unit.id from organisation.unit unit join below on unit.parent_id = below.id
      where unit.organisation_id = organisation and not unit.own_register
    )
    select id from below;
  end;

create or replace function organisation.grants_covering(unit uuid, day date, at timestamptz)
  returns table (
    id uuid, user_id text, name text, email text, role text, unit_id uuid, unit_name text, valid_from date,
    valid_to date, granted_at timestamptz, granted_by_name text, lent_by_name text, last_used timestamptz
  )
  language sql stable security definer set search_path = ''
as $$
  with recursive path as (
    select place.id, place.parent_id, place.own_register, place.name from organisation.unit place
    where place.organisation_id = kansli.organisation_id() and place.id = unit
      and (kansli.whole_organisation() or place.id = any (kansli.scope()))
    union
    select above.id, above.parent_id, above.own_register, above.name from organisation.unit above
    join path on path.parent_id = above.id and not path.own_register
    where above.organisation_id = kansli.organisation_id()
  )
  select held.id, held.user_id, person."name", person."email", held.role, held.unit_id, path.name, held.valid_from,
    held.valid_to, held.granted_at, giver."name", lender."name",
    (select entry.at from audit.entry entry
     where entry.organisation_id = held.organisation_id and entry.user_id = held.user_id
     order by entry.at desc, entry.id desc limit 1)
  from organisation.role_grant held
  join path on path.id = held.unit_id
  join account."user" person on person."id" = held.user_id
  left join account."user" giver on giver."id" = held.granted_by
  left join organisation.role_grant lending
    on lending.organisation_id = held.organisation_id and lending.id = held.lent_from
  left join account."user" lender on lender."id" = lending.user_id
  where held.organisation_id = kansli.organisation_id()
    and held.valid_from <= day and (held.valid_to is null or held.valid_to >= day)
    and (held.ended_at is null or held.ended_at > at)
    and (held.lent_from is null or (
      (lending.valid_to is null or lending.valid_to >= day) and (lending.ended_at is null or lending.ended_at > at)))
$$;

-- Does somebody hold the owner's trust in this very unit, without a last day? Yes or no, and nobody's name.
create function organisation.has_own_owner(unit uuid, day date) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select exists (
    select from organisation.role_grant held
    where held.organisation_id = kansli.organisation_id() and held.unit_id = unit and held.role = 'owner'
      and held.valid_from <= day and held.valid_to is null and held.ended_at is null
  )
$$;
revoke all on function organisation.has_own_owner(uuid, date) from public;
grant execute on function organisation.has_own_owner(uuid, date) to kansli_app;
