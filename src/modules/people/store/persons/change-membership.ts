import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { belonging, type MembershipKind, type Standing } from '../../rules/membership.ts'
import {
  endingOf,
  standingFault,
  type Ending,
  type MembershipFault,
  type OpenMembership,
} from '../../rules/persons/standing-change.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'
import { openMemberships } from './read-memberships.ts'
import { unitName } from './unit-name.ts'

export type MembershipChange = {
  unitId: string
  to: Standing
  /** How the person belongs there; as before when it is left out, and `extra` where nothing was. */
  kind?: MembershipKind
  /** The first day, `YYYY-MM-DD`; today when it is left out. */
  from?: string
  paidUntil?: string | null
  reason?: string
  /** Where it came from, in a word: `by hand`, `join`. */
  source: string
}

/**
 * Lets a person stand otherwise in a unit from a day on: a new row, and the one before has its last day. A row that
 * would have held no day at all is kept as replaced. Who leaves the home unit, or is excluded there, leaves the other
 * units too: those are for members.
 * @param person locked by `personForChange`
 * @throws {Problem} notPossibleNow with the reason in words
 */
export async function changeMembership(
  context: OperationContext,
  person: Shield,
  change: MembershipChange,
): Promise<void> {
  const open = await openMemberships(context, person.id)
  const there = open.find((each) => each.unitId === change.unitId)
  const kind = change.kind ?? there?.kind ?? 'extra'
  const day = change.from ?? today(context.now)
  refuse(standingFault(open, { unitId: change.unitId, kind, to: change.to, day }, today(context.now)))
  await writeStanding(context, person, there ?? null, { ...change, kind, day })
  if (there?.kind !== 'home' || belonging.includes(change.to)) return
  for (const extra of open.filter((each) => each.kind !== 'home' && belonging.includes(each.status))) {
    // What began later than the day somebody left is left the day it began.
    const last = extra.validFrom > day ? extra.validFrom : day
    await writeStanding(context, person, extra, {
      unitId: extra.unitId,
      to: 'left',
      kind: extra.kind,
      day: last,
      source: change.source,
    })
  }
}

/** @throws {Problem} notPossibleNow, with the sentence that says why */
export function refuse(fault: MembershipFault | null): void {
  if (fault) throw new Problem('notPossibleNow', { detail: fault })
}

/** Ends or replaces the row that a new one follows. @throws {Problem} notPossibleNow when it began later */
export async function makeRoom(
  { db, now }: OperationContext,
  open: Pick<OpenMembership, 'id' | 'validFrom'>,
  day: string,
): Promise<void> {
  const ending: Ending | MembershipFault = endingOf(open, day)
  if (typeof ending === 'string') throw new Problem('notPossibleNow', { detail: ending })
  await db
    .updateTable('people.membership')
    .set('validTo' in ending ? { valid_to: ending.validTo } : { replaced_at: now })
    .where('id', '=', ending.id)
    .execute()
}

async function writeStanding(
  context: OperationContext,
  person: Shield,
  there: OpenMembership | null,
  change: Omit<MembershipChange, 'from'> & { kind: MembershipKind; day: string },
): Promise<void> {
  if (there) await makeRoom(context, there, change.day)
  const paidUntil = change.paidUntil === undefined ? (there?.paidUntil ?? null) : change.paidUntil
  await insertMembership(context, person, { ...change, paidUntil })
  await recordEvent(context, person, 'membershipChanged', {
    unit: await unitName(context, change.unitId),
    unitId: change.unitId,
    kind: change.kind,
    before: there?.status ?? '',
    after: change.to,
    day: change.day,
    reason: change.reason ?? '',
  })
}

/** Writes one row of a membership. */
export async function insertMembership(
  { db, organisationId, now }: OperationContext,
  person: Shield,
  row: {
    unitId: string
    kind: MembershipKind
    to: Standing
    day: string
    paidUntil: string | null
    reason?: string | undefined
    source: string
  },
): Promise<void> {
  await db
    .insertInto('people.membership')
    .values({
      ...shieldColumns(organisationId, person),
      id: newId(),
      unit_id: row.unitId,
      kind: row.kind,
      status: row.to,
      valid_from: row.day,
      paid_until: row.paidUntil,
      reason: row.reason ?? '',
      source: row.source,
      recorded_at: now,
    })
    .execute()
}
