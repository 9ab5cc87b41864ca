import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { RightFault, Rights, SeatRight } from '../../rules/affiliates/seat-rights.ts'
import { changeFrom } from '../../rules/unit-faults.ts'
import { makeRoom } from '../change-unit.ts'

/** @throws {Problem} invalidInput or notPossibleNow, with the sentence that says why */
export function requireNoRightFault(fault: RightFault | null): void {
  if (fault === 'seatRight.voteWithoutVoice') {
    throw new Problem('invalidInput', { issues: [{ path: ['speaks'], message: fault }] })
  }
  if (fault) throw new Problem('notPossibleNow', { detail: fault })
}

/** Says what whoever holds a seat may do from a day on. @param rows what has been said of the seat before */
export async function writeSeatRight(
  { db, organisationId, now }: Pick<OperationContext, 'db' | 'organisationId' | 'now'>,
  rows: readonly SeatRight[],
  right: Rights & { seatId: string; decision: string; day: string },
): Promise<void> {
  const { seatId, speaks, proposes, votes, decision, day } = right
  if (rows.length > 0) await makeRoom(db, 'organisation.seat_right', changeFrom(rows, day), now)
  await db
    .insertInto('organisation.seat_right')
    .values({
      organisation_id: organisationId,
      id: newId(),
      seat_id: seatId,
      speaks,
      proposes,
      votes,
      decision,
      valid_from: day,
      recorded_at: now,
    })
    .execute()
}
