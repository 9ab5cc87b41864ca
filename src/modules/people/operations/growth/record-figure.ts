import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readCount } from '../../rules/elections/read-printed.ts'
import { day, growthWriters, measure } from './growth-shapes.ts'

/** Writes down a figure from before the register, as it was printed, with where. One that was there for the day is replaced. */
export const recordFigure = writeOperation({
  name: 'record-figure',
  summary: 'Write down how many members, votes or seats a unit had on a day, as printed, with the source.',
  route: 'POST /people/growth/{unitId}/figures',
  policy: growthWriters,
  input: z.object({
    unitId: z.uuid(),
    measure,
    day,
    printed: z.string().trim().min(1).max(40),
    source: z.string().trim().min(1).max(500),
  }),
  output: z.object({ figureId: z.uuid(), value: z.number().int() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    measure: 'members' as const,
    day: '1998-12-31',
    printed: '1 204',
    source: 'Verksamhetsberättelsen 1998',
  }),
  audit: (input, output) => ({
    kind: 'figure',
    id: output.figureId,
    unitId: input.unitId,
    detail: { measure: input.measure, day: input.day },
  }),
  async run(context, input) {
    const { db, now, organisationId, scope } = context
    found(
      await db.selectFrom('organisation.unit').select('id').where('id', '=', input.unitId).executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(input.unitId)) throw new Problem('notFound')
    const value = readCount(input.printed)?.value
    if (value === null || value === undefined) {
      throw new Problem('invalidInput', { issues: [{ path: ['printed'], message: 'figure.unread' }] })
    }
    if (input.day > today(now)) {
      throw new Problem('invalidInput', { issues: [{ path: ['day'], message: 'figure.tooLate' }] })
    }
    await db
      .updateTable('people.entered_figure')
      .set({ replaced_at: now })
      .where('unit_id', '=', input.unitId)
      .where('measure', '=', input.measure)
      .where('day', '=', input.day)
      .where('replaced_at', 'is', null)
      .execute()
    const figureId = newId()
    await db
      .insertInto('people.entered_figure')
      .values({
        organisation_id: organisationId,
        id: figureId,
        unit_id: input.unitId,
        measure: input.measure,
        day: input.day,
        value: BigInt(value),
        printed: input.printed,
        source: input.source,
        recorded_at: now,
        recorded_by_name: actorName(context).name,
      })
      .execute()
    return { figureId, value }
  },
})
