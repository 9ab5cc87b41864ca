import type { OperationContext } from '#platform/operations/context.ts'
import { today } from '#platform/dates.ts'
import { organisers } from '../../people-roles.ts'

/** Somebody who may be asked to meet a new member, and the units their trust is given in. */
export type Welcomer = { userId: string; name: string; unitIds: string[] }

/** Those trusted to organise in the caller's units today, by name. */
export async function readWelcomers({ db, now }: OperationContext): Promise<Welcomer[]> {
  const day = today(now)
  const rows = await db
    .selectFrom('organisation.role_grant as held')
    .innerJoin('organisation.trusted_person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'held.organisation_id')
        .onRef('person.user_id', '=', 'held.user_id'),
    )
    .select(['held.user_id', 'held.unit_id', 'person.name'])
    .where('held.role', 'in', [...organisers])
    .where('held.valid_from', '<=', day)
    .where((row) => row.or([row('held.valid_to', 'is', null), row('held.valid_to', '>=', day)]))
    .where('held.ended_at', 'is', null)
    .orderBy('person.name')
    .orderBy('held.user_id')
    .execute()
  const welcomers = new Map<string, Welcomer>()
  for (const { user_id: userId, unit_id: unitId, name } of rows) {
    if (userId === null) continue
    const known = welcomers.get(userId) ?? { userId, name: name ?? '', unitIds: [] }
    known.unitIds.push(unitId)
    welcomers.set(userId, known)
  }
  return [...welcomers.values()]
}
