import { sql } from 'kysely'
import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registerPolicy } from '../../people-roles.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { personsIn } from '../persons-in.ts'
import { unitName } from './record-shape.ts'

/** Who has moved to a unit, and from it: the unit that was left sees it too. */
export const listMoves = personalReadOperation({
  name: 'list-moves',
  summary: 'Who has moved to and from a unit, newest first.',
  route: 'GET /people/units/{unitId}/moves',
  policy: registerPolicy,
  input: z.object({ unitId: z.uuid(), limit: z.number().int().min(1).max(500).default(100) }),
  output: z.object({
    moves: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        from: unitName,
        to: unitName,
        day: z.iso.date(),
        byName: z.string(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  audit: ({ unitId }, { moves }) => ({
    kind: 'unit',
    id: unitId,
    unitId,
    aboutPersonIds: personsIn(moves),
    detail: { count: moves.length },
  }),
  async run(context, { unitId, limit }) {
    requireReach(context, unitId)
    const rows = await context.db
      .selectFrom('people.move as move')
      .innerJoin('organisation.unit as left', 'left.id', 'move.from_unit_id')
      .innerJoin('organisation.unit as entered', 'entered.id', 'move.to_unit_id')
      .select([
        'move.person_id',
        'move.name',
        'move.from_unit_id',
        'left.name as left_name',
        'move.to_unit_id',
        'entered.name as entered_name',
        'move.day',
        'move.by_name',
      ])
      .where((where) =>
        where.or([where('move.from_unit_id', '=', unitId), where('move.to_unit_id', '=', unitId)]),
      )
      .where(sql<boolean>`move.name <> ''`)
      .orderBy('move.day', 'desc')
      .orderBy('move.recorded_at', 'desc')
      .limit(limit)
      .execute()
    return {
      moves: rows.map((row) => ({
        personId: row.person_id,
        name: row.name,
        from: { id: row.from_unit_id, name: row.left_name },
        to: { id: row.to_unit_id, name: row.entered_name },
        day: row.day,
        byName: row.by_name,
      })),
    }
  },
})
