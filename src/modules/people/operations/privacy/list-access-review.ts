import { sql } from 'kysely'
import { z } from 'zod'
import { roles, type Role } from '#platform/access/roles.ts'
import { startOfDay, today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { recordParts, visibleParts } from '../../rules/visible-parts.ts'
import { requireUnitInScope } from '../../store/privacy/require-unit.ts'

/** For how many days a review holds. */
const reviewHolds = 365

type GrantRow = {
  id: string
  userId: string
  name: string
  email: string
  role: Role
  unitId: string
  unitName: string
  validFrom: string
  validTo: string | null
  grantedByName: string | null
  lentByName: string | null
  lastUsed: Date | null
}

/**
 * Who can see what in a unit: every role that covers it, held there or above, with the parts of a record it sees, since
 * when, by whom, and when it was last used. Gone through once a year (GDPR art. 32).
 */
export const listAccessReview = personalReadOperation({
  name: 'list-access-review',
  summary: 'Who can see what in a unit, by which role, given by whom and last used when.',
  route: 'GET /people/units/{unitId}/access-review',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'board', 'auditor'] },
  input: z.object({ unitId: z.uuid() }),
  output: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    grants: z.array(
      z.object({
        id: z.uuid(),
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(roles),
        unitId: z.uuid(),
        unitName: z.string(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        grantedByName: z.string().nullable(),
        lentByName: z.string().nullable(),
        lastUsed: z.date().nullable(),
        parts: z.array(z.enum(recordParts)),
      }),
    ),
    reviews: z.array(
      z.object({
        day: z.iso.date(),
        reviewedByName: z.string(),
        grants: z.number().int(),
        note: z.string(),
      }),
    ),
    due: z.boolean().describe('Nobody has gone through it for a year'),
    /** The caller's units that nobody has gone through for a year. */
    dueUnits: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  audit: ({ unitId }, { grants }) => ({
    kind: 'accessReview',
    id: unitId,
    unitId,
    detail: { grants: grants.length },
  }),
  async run(context, { unitId }) {
    const { db, now } = context
    const unit = await requireUnitInScope(context, unitId)
    const day = today(now)
    const { rows } = await sql<GrantRow>`
      select id, user_id as "userId", name, email, role, unit_id as "unitId", unit_name as "unitName",
        valid_from as "validFrom", valid_to as "validTo", granted_by_name as "grantedByName",
        lent_by_name as "lentByName", last_used as "lastUsed"
      from organisation.grants_covering(${unitId}, ${day}, ${now})
      order by array_position(${[...roles]}::text[], role), name`.execute(db)
    const reviews = await db
      .selectFrom('organisation.access_review')
      .select(['day', 'reviewed_by_name as reviewedByName', 'grants', 'note'])
      .where('unit_id', '=', unitId)
      .orderBy('reviewed_at', 'desc')
      .limit(20)
      .execute()
    const longAgo = today(startOfDay(day, -reviewHolds))
    const dueUnits = await db
      .selectFrom('organisation.unit as unit')
      .select(['unit.id', 'unit.name'])
      .where(sql<boolean>`(kansli.whole_organisation() or unit.id = any (kansli.scope()))`)
      .where((where) => where.or([where('unit.valid_to', 'is', null), where('unit.valid_to', '>=', day)]))
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('organisation.access_review as review')
              .select('review.id')
              .whereRef('review.unit_id', '=', 'unit.id')
              .where('review.day', '>', longAgo),
          ),
        ),
      )
      .orderBy('unit.name')
      .execute()
    return {
      unit,
      grants: rows.map((row) => ({ ...row, parts: [...visibleParts([row.role])] })),
      reviews,
      due: (reviews[0]?.day ?? '') <= longAgo,
      dueUnits,
    }
  },
})
