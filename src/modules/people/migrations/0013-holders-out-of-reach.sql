-- How many hold a post and are not shown to whoever asks: those whose identity is protected, and those whom the caller's
-- trust does not reach. A member of one association who looks at the district's board would take it for vacant. Tells a
-- number and nothing else; whom a row is hidden from is said as in people.defend.
create or replace function people.hidden_holders(day date) returns table (post_id uuid, holders integer)
  language sql stable security definer set search_path = ''
as $$
  select held.post_id, count(*)::integer
  from (
    select term.organisation_id, term.person_id, term.home_unit_id, term.protected, term.seat_id as post_id
    from people.role_term term
    where term.organisation_id = kansli.organisation_id() and term.replaced_at is null and term.valid_from <= day
      and (term.valid_to is null or term.valid_to >= day)
    union all
    select mandate.organisation_id, mandate.person_id, mandate.home_unit_id, mandate.protected, mandate.public_body_id
    from people.public_mandate mandate
    where mandate.organisation_id = kansli.organisation_id() and mandate.replaced_at is null
      and mandate.valid_from <= day and (mandate.valid_to is null or mandate.valid_to >= day)
  ) held
  join people.person person on person.organisation_id = held.organisation_id and person.id = held.person_id
  where person.merged_into is null and person.erased_at is null
    and (kansli.whole_organisation() or cardinality(kansli.scope()) > 0)
    and held.person_id is distinct from people.own_person()
    and (
      (held.protected and not people.sees_protected())
      or not (
        kansli.whole_organisation()
        or held.home_unit_id = any (kansli.scope())
        or exists (
          select from people.membership membership
          where membership.organisation_id = held.organisation_id and membership.person_id = held.person_id
            and membership.unit_id = any (kansli.scope())
            and membership.valid_to is null and membership.replaced_at is null
            and membership.status in ('applied', 'active', 'lapsed'))
      )
    )
  group by held.post_id
$$;
