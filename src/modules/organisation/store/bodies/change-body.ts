import { newId } from '#platform/identifiers.ts'
import type { Scope } from '#platform/access/decide.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { changeFrom } from '../../rules/unit-faults.ts'
import type { BodyFault } from '../../rules/bodies/body-faults.ts'
import type { BodyRecord, BodyRecords, SeatNumber } from '../../rules/bodies/body-records.ts'
import { makeRoom } from '../change-unit.ts'
import { readBodyKinds, readRoleKinds } from './read-bodies.ts'
import { bodyRecord, type BodyFacts } from './write-body.ts'

type Writing = Pick<OperationContext, 'db' | 'organisationId' | 'now'>

/**
 * Lets pass who is trusted with the unit that a body belongs to.
 * @throws {Problem} notFound, also when there is no such body
 */
export function requireBody({ bodies }: BodyRecords, scope: Scope, bodyId: string): BodyRecord {
  const body = bodies.find((each) => each.id === bodyId)
  if (!body || (scope !== 'organisation' && !scope.includes(body.unitId))) throw new Problem('notFound')
  return body
}

/** @throws {Problem} notPossibleNow, with the sentence that says why; a fault of the name belongs to its field */
export function requireNoBodyFault(fault: BodyFault | null): void {
  if (fault === 'body.exists') {
    throw new Problem('invalidInput', { issues: [{ path: ['name'], message: fault }] })
  }
  if (fault) throw new Problem('notPossibleNow', { detail: fault })
}

/** @throws {Problem} invalidInput for a kind the organisation does not have */
export async function requireBodyKind({ db }: Pick<Writing, 'db'>, kind: string): Promise<void> {
  requireAmong(await readBodyKinds(db), kind, 'kind')
}

/** @throws {Problem} invalidInput for a role the organisation does not have */
export async function requireRoleKind({ db }: Pick<Writing, 'db'>, kind: string): Promise<void> {
  requireAmong(await readRoleKinds(db), kind, 'roleKind')
}

function requireAmong(kinds: readonly { key: string }[], kind: string, field: string): void {
  if (kinds.some((each) => each.key === kind)) return
  const values = kinds.map((each) => each.key).join(', ')
  throw new Problem('invalidInput', {
    issues: [{ path: [field], message: 'unit.kindUnknown', params: { values } }],
  })
}

/** Lets a body be otherwise from a day on, in its history and as it stands today. */
export async function changeBodyFacts(
  { db, organisationId, now }: Writing,
  records: BodyRecords,
  { bodyId, facts, day }: { bodyId: string; facts: BodyFacts; day: string },
): Promise<void> {
  const rows = records.facts.filter((fact) => fact.bodyId === bodyId)
  await makeRoom(db, 'organisation.body_record', changeFrom(rows, day), now)
  await db
    .insertInto('organisation.body_record')
    .values(bodyRecord(organisationId, bodyId, facts, day, now))
    .execute()
  await db
    .updateTable('organisation.body')
    .set({ name: facts.name, kind: facts.kind })
    .where('id', '=', bodyId)
    .execute()
}

/** Says how many there are of a seat from a day on, and what everybody may read of it. */
export async function numberSeat(
  { db, organisationId, now }: Writing,
  rows: readonly SeatNumber[],
  seat: { seatId: string; number: number; namePublic: boolean; contactAddress: string; day: string },
): Promise<void> {
  if (rows.length > 0) await makeRoom(db, 'organisation.seat_number', changeFrom(rows, seat.day), now)
  await db
    .insertInto('organisation.seat_number')
    .values({
      organisation_id: organisationId,
      id: newId(),
      seat_id: seat.seatId,
      number: seat.number,
      name_public: seat.namePublic,
      contact_address: seat.contactAddress,
      valid_from: seat.day,
      recorded_at: now,
    })
    .execute()
}
