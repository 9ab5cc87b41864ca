import { tagId, type Register } from './register.ts'

const filter = (name: string, input: Record<string, unknown>) => ({ kind: 'filter', filter: name, input })

/** The measured list: five filters, one of them turned round. */
export function fiveFilters({ topUnitId }: Register) {
  return {
    where: {
      kind: 'and',
      steps: [
        filter('membership', { standing: ['active'], unitId: topUnitId, below: true }),
        filter('age', { from: 18, to: 29 }),
        filter('contact', { way: 'email' }),
        filter('consent', { purpose: 'newsletter', channel: 'email' }),
        { kind: 'not', step: filter('tag', { tagId: tagId(3) }) },
      ],
    },
    sample: null,
  }
}

const membership = `exists (select from people.membership m where m.person_id = p.id and m.status = 'active'
  and m.replaced_at is null and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))`
const age = `p.birth_date <= current_date - interval '18 years' and p.birth_date > current_date - interval '30 years'`
const email = `exists (select from people.contact c where c.person_id = p.id and c.kind = 'email' and c.valid_to is null)`
const consent = `exists (select from people.consent c join people.consent_wording w on w.id = c.wording_id
  where c.person_id = p.id and w.purpose = 'newsletter' and c.withdrawn_at is null and c.channel in ('any', 'email')
    and (c.expires_on is null or c.expires_on >= current_date))`
const tag = `not exists (select from people.person_tag t where t.person_id = p.id and t.tag_id = '${tagId(3)}')`

/** The same question as somebody would write it by hand: the total, and fifty names with unit, telephone and e-mail. */
export const plainList = `
  with found as materialized (
    select p.id, p.family_key, p.given_key from people.person p
    where ${membership} and ${age} and ${email} and ${consent} and ${tag})
  select (select count(*) from found) as total, p.given_name || ' ' || p.family_name as name, u.name as unit,
    (select value from people.contact c where c.person_id = p.id and c.kind = 'phone' limit 1) as phone,
    (select value from people.contact c where c.person_id = p.id and c.kind = 'email' limit 1) as email
  from (select * from found order by family_key, given_key, id limit 50) page
  join people.person p on p.id = page.id
  join organisation.unit u on u.id = p.home_unit_id
  order by page.family_key, page.given_key, page.id`

const so = [membership, `(${age})`, email, consent, tag]

/** One count a step, as five questions in one. */
export const plainCounts = `select ${so
  .map((_, index) => `(select count(*) from people.person p where ${so.slice(0, index + 1).join(' and ')})`)
  .join(', ')}`
