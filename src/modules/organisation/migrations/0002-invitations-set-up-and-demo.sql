-- Invitations: somebody is offered a role and answers by a link in a mail. Neither account nor trust exists before
-- the answer, so nobody is in the system who has not agreed to be, and inviting an address tells nothing about it.
create table organisation.invitation (
  organisation_id uuid not null references organisation.organisation (id) on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  role text not null,
  unit_id uuid not null,
  token_hash text not null unique,
  invited_by text,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references organisation.unit (organisation_id, id)
);
create index invitation_open on organisation.invitation (organisation_id, email)
  where answered_at is null and withdrawn_at is null;

alter table organisation.invitation enable row level security;
create policy scope on organisation.invitation
  using (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])))
  with check (organisation_id = (select kansli.organisation_id())
    and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[])));
grant select, insert, update on organisation.invitation to kansli_app;

-- Who those are that hold, have held, have given or have ended trust in the caller's units: their names, and
-- nothing about anybody else. A view sees more than its reader, so it asks the same as the table's policy does.
create view organisation.trusted_person with (security_barrier) as
  with seen as (
    select organisation_id, user_id, granted_by, ended_by from organisation.role_grant
    where organisation_id = (select kansli.organisation_id())
      and ((select kansli.whole_organisation()) or unit_id = any ((select kansli.scope())::uuid[]))
  ), trusted as (
    select organisation_id, user_id from seen
    union select organisation_id, granted_by from seen
    union select organisation_id, ended_by from seen
  )
  select trusted.organisation_id, person."id" as user_id, person."name", person."email"
  from trusted join account."user" person on person."id" = trusted.user_id;
grant select on organisation.trusted_person to kansli_app;

-- What an invitation offers, for whoever has its link; nothing when the link no longer works.
create function organisation.open_invitation(hash text, at timestamptz)
  returns table (
    email text, name text, role text, expires_at timestamptz, unit_name text, organisation_name text, is_demo boolean
  )
  language sql stable security definer set search_path = ''
as $$
  select invitation.email, invitation.name, invitation.role, invitation.expires_at, unit.name, organisation.name,
    organisation.is_demo
  from organisation.invitation invitation
  join organisation.unit unit
    on unit.organisation_id = invitation.organisation_id and unit.id = invitation.unit_id
  join organisation.organisation organisation on organisation.id = invitation.organisation_id
  where invitation.token_hash = hash and invitation.organisation_id = kansli.organisation_id()
    and invitation.answered_at is null and invitation.withdrawn_at is null and invitation.expires_at > at
$$;
revoke all on function organisation.open_invitation(text, timestamptz) from public;
grant execute on function organisation.open_invitation(text, timestamptz) to kansli_app;

-- Takes the role that an invitation offers. The link is the permission, so this is the one way to get a role
-- without anybody's trust in the unit being asked for; an invitation is answered once. Invented people take none.
create function organisation.answer_invitation(
  hash text, answering_user text, grant_id uuid, at timestamptz, day date
) returns uuid
  language plpgsql security definer set search_path = ''
as $$
declare
  invitation organisation.invitation;
begin
  if exists (select from account."user" person where person."id" = answering_user and person."isDemo") then
    return null;
  end if;
  update organisation.invitation set answered_at = at
    where token_hash = hash and organisation_id = kansli.organisation_id()
      and answered_at is null and withdrawn_at is null and expires_at > at
    returning * into invitation;
  if not found then
    return null;
  end if;
  insert into organisation.role_grant
      (organisation_id, id, user_id, role, unit_id, valid_from, granted_by, granted_at)
    select invitation.organisation_id, grant_id, answering_user, invitation.role, invitation.unit_id, day,
      invitation.invited_by, at
    where not exists (
      select from organisation.role_grant held
      where held.organisation_id = invitation.organisation_id and held.user_id = answering_user
        and held.role = invitation.role and held.unit_id = invitation.unit_id
        and held.valid_to is null and held.ended_at is null
    );
  return invitation.id;
end
$$;
revoke all on function organisation.answer_invitation(text, text, uuid, timestamptz, date) from public;
grant execute on function organisation.answer_invitation(text, text, uuid, timestamptz, date) to kansli_app;

-- Is there an organisation of somebody's own? While there is not, the system waits to be taken into use. The lock
-- lasts as long as the transaction, so that two who take it into use at the same moment do so one after the other.
create function organisation.is_set_up() returns boolean
  language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(526754, 1);
  return exists (select from organisation.organisation where not is_demo);
end
$$;
revoke all on function organisation.is_set_up() from public;
grant execute on function organisation.is_set_up() to kansli_app;

-- Lets the owner of a real organisation into the demo beside it. Only the system itself asks.
create function organisation.join_demo(joining_user text, grant_id uuid, at timestamptz, day date) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not kansli.whole_organisation() then
    raise exception 'only the system itself lets somebody into the demo';
  end if;
  insert into organisation.role_grant (organisation_id, id, user_id, role, unit_id, valid_from, granted_at)
    select demo.id, grant_id, joining_user, 'owner', unit.id, day, at
    from organisation.organisation demo
    join organisation.unit unit on unit.organisation_id = demo.id and unit.parent_id is null
    where demo.is_demo
    order by unit.valid_from limit 1;
end
$$;
revoke all on function organisation.join_demo(text, uuid, timestamptz, date) from public;
grant execute on function organisation.join_demo(text, uuid, timestamptz, date) to kansli_app;

-- Removes the invented organisation with everything in it, whatever modules have written, and its invented
-- people. Every table has the organisation first in its key, so every table is found; those that others refer to
-- wait until the others are empty. A real organisation cannot be removed this way.
create function organisation.remove_demo() returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  demo uuid;
  tables text[];
  waiting text[];
  one text;
begin
  if not kansli.whole_organisation() then
    raise exception 'only the system itself removes the demo';
  end if;
  for demo in select id from organisation.organisation where is_demo loop
    select array_agg(format('%I.%I', columns.table_schema, columns.table_name)) into tables
      from information_schema.columns columns
      join information_schema.tables found
        on found.table_schema = columns.table_schema and found.table_name = columns.table_name
      where columns.column_name = 'organisation_id' and columns.data_type = 'uuid'
        and found.table_type = 'BASE TABLE';
    while cardinality(tables) > 0 loop
      waiting := '{}';
      foreach one in array tables loop
        begin
          execute 'delete from ' || one || ' where organisation_id = $1' using demo;
        exception when foreign_key_violation then
          waiting := waiting || one;
        end;
      end loop;
      if cardinality(waiting) = cardinality(tables) then
        raise exception 'the demo cannot be removed: % refer to one another', waiting;
      end if;
      tables := waiting;
    end loop;
    delete from organisation.organisation where id = demo;
  end loop;
  delete from account."user" where "isDemo";
end
$$;
revoke all on function organisation.remove_demo() from public;
grant execute on function organisation.remove_demo() to kansli_app;
