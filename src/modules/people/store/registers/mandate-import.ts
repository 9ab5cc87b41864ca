import { sql, type Transaction } from 'kysely'
import { readPublicBodies } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Services } from '#platform/operations/services.ts'
import { readEmail } from '../../rules/contact.ts'
import { splitName } from '../../rules/imports/read-row.ts'
import { fullName, searchKey } from '../../rules/names.ts'
import { readPersonalNumber } from '../../rules/personal-number.ts'
import {
  planMandates,
  type MandateCandidate,
  type MandatePlan,
  type MandateRow,
} from '../../rules/registers/plan-mandates.ts'
import { personalNumberMark } from '../person-rows.ts'
import { readMandates } from '../posts/read-mandates.ts'
import type { RegisterFileRead } from './read-register-file.ts'

/** The columns that a file of mandates is read by. */
export const mandateColumns = [
  'personId',
  'publicBody',
  'area',
  'seatKind',
  'post',
  'name',
  'givenName',
  'familyName',
  'email',
  'personalNumber',
  'policyArea',
  'partyGroup',
  'from',
  'to',
  'appointedBy',
  'viaAgreement',
  'endedReason',
  'namePublic',
] as const
export const mostMandates = 5000

/** The rows of a file of mandates. */
export function mandateRows({ rows }: RegisterFileRead): MandateRow[] {
  return rows.map(({ line, of }) => ({
    line,
    name: of('name') || [of('givenName'), of('familyName')].filter(Boolean).join(' '),
    personId: of('personId').toLowerCase(),
    email: of('email'),
    personalNumber: of('personalNumber'),
    publicBody: of('publicBody').slice(0, 200),
    area: of('area').slice(0, 200),
    policyArea: of('policyArea').slice(0, 100),
    seatKind: of('seatKind'),
    post: of('post'),
    partyGroup: of('partyGroup').slice(0, 200),
    from: of('from'),
    to: of('to'),
    appointedBy: of('appointedBy').slice(0, 300),
    viaAgreement: of('viaAgreement').slice(0, 300),
    endedReason: of('endedReason').slice(0, 500),
    namePublic: of('namePublic'),
  }))
}

type Matching = { db: Transaction<Tables>; services: Pick<Services, 'keyedHash'>; day: string }

/** What a file of mandates would do, as far as the caller sees persons. @param chosen who lines are said to be about */
export async function mandatePlan(
  { db, services, day }: Matching,
  rows: readonly MandateRow[],
  chosen: ReadonlyMap<number, string>,
): Promise<MandatePlan> {
  const mandates = await readMandates(db)
  return planMandates(rows, {
    bodies: await readPublicBodies(db, day),
    mandates: mandates.map((mandate) => ({ ...mandate, publicBodyId: mandate.postId })),
    candidates: await candidatesOf({ db, services, day }, rows),
    chosen,
  })
}

/**
 * Whom rows may be about: who has the name. Sure is who has the personal number or the e-mail of the row too, or is meant by
 * their id; somebody else's number makes it nobody with that name.
 */
async function candidatesOf(
  { db, services, day }: Matching,
  rows: readonly MandateRow[],
): Promise<Map<number, MandateCandidate[]>> {
  const asked = rows.map((row) => {
    const [given, family] = splitName(row.name)
    const number = row.personalNumber === '' ? null : readPersonalNumber(row.personalNumber, day)
    return {
      line: row.line,
      given: searchKey(given),
      family: searchKey(family),
      email: readEmail(row.email),
      mark:
        number && typeof number !== 'string' ? services.keyedHash(personalNumberMark(number.number)) : null,
      id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(row.personId) ? row.personId : null,
    }
  })
  const { rows: found } = await sql<{
    line: number
    personId: string
    givenName: string
    familyName: string
    unit: string
    sure: boolean
  }>`
    select distinct asked.line, person.id as "personId", person.given_name as "givenName",
      person.family_name as "familyName", unit.name as unit,
      (person.id = asked.id or person.personal_number_hash = asked.mark or exists (
        select from people.contact contact
        where contact.organisation_id = person.organisation_id and contact.person_id = person.id
          and contact.kind = 'email' and contact.value = asked.email and contact.valid_to is null
      )) is true as sure
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked (line int, given text, family text, email text, mark text, id uuid)
    join people.person person
      on person.id = asked.id or (person.family_key = asked.family and person.given_key = asked.given)
    join organisation.unit unit on unit.organisation_id = person.organisation_id and unit.id = person.home_unit_id
    where person.merged_into is null and person.erased_at is null
    order by "familyName", "givenName", unit.name`.execute(db)
  const candidates = new Map<number, MandateCandidate[]>()
  for (const { line, givenName, familyName, ...row } of found) {
    const name = fullName({ givenName, familyName })
    candidates.set(line, [...(candidates.get(line) ?? []), { ...row, name }])
  }
  return candidates
}
