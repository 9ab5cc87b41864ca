import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { requireUnitInScope } from '../../store/privacy/require-unit.ts'

/** Says that who can see what in a unit has been gone through today and is as it should be; kept. */
export const confirmAccessReview = writeOperation({
  name: 'confirm-access-review',
  summary: 'Confirm that you have gone through who can see what in a unit.',
  route: 'POST /people/units/{unitId}/access-review',
  policy: { allow: 'roles', roles: ['owner', 'registrar'] },
  input: z.object({ unitId: z.uuid(), note: z.string().trim().max(1000).default('') }),
  output: z.object({ day: z.iso.date(), grants: z.number().int() }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, note: 'Alla uppdrag stämmer.' }),
  audit: ({ unitId }, { grants }) => ({ kind: 'accessReview', id: unitId, unitId, detail: { grants } }),
  async run(context, { unitId, note }) {
    await requireUnitInScope(context, unitId)
    const { db, now, organisationId } = context
    const day = today(now)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from organisation.grants_covering(${unitId}, ${day}, ${now})`.execute(db)
    const { id, name } = actorName(context)
    const grants = rows[0]!.count
    await db
      .insertInto('organisation.access_review')
      .values({
        organisation_id: organisationId,
        id: newId(),
        unit_id: unitId,
        day,
        reviewed_at: now,
        reviewed_by: id,
        reviewed_by_name: name,
        grants,
        note,
      })
      .execute()
    return { day, grants }
  },
})
