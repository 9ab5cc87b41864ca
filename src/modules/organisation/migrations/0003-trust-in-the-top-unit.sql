-- Who holds trust in the organisation's top unit reaches all of it; see the audit log.
create or replace function kansli.reaches_all() returns boolean
  language sql stable parallel safe
as $$
  select kansli.whole_organisation() or exists (
    select from organisation.unit top
    where top.organisation_id = kansli.organisation_id() and top.parent_id is null and top.id = any (kansli.scope())
  )
$$;
