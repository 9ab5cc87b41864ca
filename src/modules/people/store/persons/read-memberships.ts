import type { OperationContext } from '#platform/operations/context.ts'
import { membershipKinds, standings } from '../../rules/membership.ts'
import type { OpenMembership } from '../../rules/persons/standing-change.ts'
import { oneOf } from './one-of.ts'

/** The memberships of a person that hold, locked until the change is written. */
export async function openMemberships(
  { db }: Pick<OperationContext, 'db'>,
  personId: string,
): Promise<OpenMembership[]> {
  const rows = await db
    .selectFrom('people.membership')
    .select(['id', 'unit_id', 'kind', 'status', 'valid_from', 'paid_until'])
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .forUpdate()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    kind: oneOf(membershipKinds, row.kind),
    status: oneOf(standings, row.status),
    validFrom: row.valid_from,
    paidUntil: row.paid_until,
  }))
}
