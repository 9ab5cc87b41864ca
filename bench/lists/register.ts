import type { Pool, PoolClient } from 'pg'

/** A register of invented people, large enough to be measured. */
export type Register = {
  organisationId: string
  topUnitId: string
  unitIds: string[]
  /** One circle and the associations below it. */
  circleUnitIds: string[]
}

const units = { circles: 5, associations: 40, interest: 8 }

/**
 * Fills an organisation with people by plain `insert … select`: who they are follows from their number alone, so
 * that every run measures the same register. Ids are made of the number too.
 * @param under a unit of an organisation that is there already; without one the organisation is made too
 */
export async function fillRegister(
  pool: Pool,
  organisationId: string,
  people: number,
  under: string | null = null,
): Promise<Register> {
  const client = await pool.connect()
  try {
    return await fill(client, organisationId, people, under)
  } finally {
    client.release()
  }
}

async function fill(
  client: PoolClient,
  organisationId: string,
  people: number,
  under: string | null,
): Promise<Register> {
  // The rows refer to each other rightly by how they are made: checking a million references is not what is measured.
  await client.query('set session_replication_role = replica')
  const ask = (statement: string, values: unknown[] = [organisationId]) => client.query(statement, values)
  if (!under) {
    await ask(
      `insert into organisation.organisation (id, slug, name, created_at) values ($1, 'measured', 'Mätdistriktet', now())`,
    )
  }
  const unitIds = [...Array(1 + units.circles + units.associations + units.interest).keys()].map(unitId)
  for (const [index, unit] of unitIds.entries()) {
    const parent =
      index === 0
        ? under
        : index > units.circles && index <= units.circles + units.associations
          ? unitId(1 + (index % units.circles))
          : unitId(0)
    await ask(
      `insert into organisation.unit (organisation_id, id, parent_id, kind, name, slug, valid_from)
       values ($1, $2, $3, 'association', $4, $5, '2000-01-01')`,
      [organisationId, unit, parent, `Enhet ${index}`, `enhet-${index}`],
    )
  }
  const home = `('0a000000-0000-7000-8000-' || lpad(to_hex(${1 + units.circles} + n % ${units.associations}), 12, '0'))::uuid`
  const shield = `$1::uuid as organisation_id, ${id('0b00')} as person_id, ${home} as home_unit_id`
  const everybody = `from generate_series(1, ${people}) n`
  await ask(`insert into people.person (organisation_id, id, home_unit_id, given_name, family_name, given_key,
      family_key, birth_date, source, lawful_basis, created_at)
    select $1::uuid, ${id('0b00')}, ${home}, 'Namn' || n % 997, 'Namnsson' || n % 7919, 'namn' || n % 997,
      'namnsson' || n % 7919, date '1936-01-01' + (n * 37 % 31000), 'import', 'membership', now() ${everybody}`)
  await ask(`insert into people.membership (organisation_id, person_id, home_unit_id, id, unit_id, kind, status,
      valid_from, paid_until, recorded_at)
    select ${shield}, ${id('0c00')}, ${home}, 'home',
      case n % 10 when 0 then 'lapsed' when 1 then 'left' else 'active' end,
      date '2000-01-01' + (n * 13 % 9000), date '2026-01-01' + (n % 400), now() ${everybody}`)
  await ask(`insert into people.membership (organisation_id, person_id, home_unit_id, id, unit_id, kind, status,
      valid_from, recorded_at)
    select ${shield}, ${id('0c01')},
      ('0a000000-0000-7000-8000-' || lpad(to_hex(${1 + units.circles + units.associations} + n / 5 % ${units.interest}), 12, '0'))::uuid,
      'extra', 'active', date '2015-01-01' + (n * 17 % 4000), now() ${everybody} where n % 5 = 0`)
  await ask(`insert into people.contact (organisation_id, person_id, home_unit_id, id, kind, value, valid_from, recorded_at)
    select ${shield}, ${id('0d00')}, 'email', 'namn' || n || '@example.org', date '2020-01-01', now()
    ${everybody} where n % 10 <> 3`)
  await ask(`insert into people.contact (organisation_id, person_id, home_unit_id, id, kind, value, valid_from, recorded_at)
    select ${shield}, ${id('0d01')}, 'phone', '+4670' || lpad(n::text, 7, '0'), date '2020-01-01', now()
    ${everybody} where n % 10 <> 4`)
  await ask(`insert into people.contact (organisation_id, person_id, home_unit_id, id, kind, value, street,
      postal_code, city, country, valid_from, recorded_at)
    select ${shield}, ${id('0d02')}, 'address', 'Gatan ' || n, 'Gatan ' || n,
      (100 + n % 90) || ' ' || lpad((n % 99)::text, 2, '0'), 'Ort ' || n % 30, 'SE', date '2020-01-01', now() ${everybody}`)
  await ask(`insert into people.tag (organisation_id, id, unit_id, name, created_at)
    select $1::uuid, ${id('0e00')}, '${unitId(1)}'::uuid, 'Märke ' || n, now() from generate_series(0, 7) n`)
  await ask(`insert into people.person_tag (organisation_id, person_id, home_unit_id, tag_id, since)
    select ${shield}, ${id('0e00', 'n % 8')}, now() ${everybody} where n % 3 <> 0`)
  await ask(`insert into people.consent_wording (organisation_id, id, purpose, version, swedish, english, valid_from, recorded_at)
    values ($1, '0f000000-0000-7000-8000-000000000000', 'newsletter', 1000, 'Ja', 'Yes', '2020-01-01', now())`)
  await ask(`insert into people.consent (organisation_id, person_id, home_unit_id, id, wording_id, channel, given_at, given_through)
    select ${shield}, ${id('0f01')}, '0f000000-0000-7000-8000-000000000000', 'any', now(), 'form'
    ${everybody} where n % 7 <> 2`)
  await client.query('reset session_replication_role')
  await client.query('analyze')
  const associations = [...Array(units.associations).keys()].map((index) => 1 + units.circles + index)
  const ofFirst = associations.filter((index) => 1 + (index % units.circles) === 1)
  return { organisationId, topUnitId: unitIds[0]!, unitIds, circleUnitIds: [1, ...ofFirst].map(unitId) }
}

/** An id in SQL, made of a kind and a number. */
function id(kind: string, number = 'n'): string {
  return `('${kind}0000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
}

/** The id of the unit with a number: 0 is the top, then circles, associations and interest associations. */
export function unitId(index: number): string {
  return `0a000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
}

/** The id of the person with a number, from 1. */
export function personId(number: number): string {
  return `0b000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** The id of the tag with a number, 0–7. */
export function tagId(index: number): string {
  return `0e000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
}
