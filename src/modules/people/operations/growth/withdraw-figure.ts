import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { growthWriters } from './growth-shapes.ts'

/** Takes back a figure that was written down wrong; the row is kept, but holds no longer. */
export const withdrawFigure = writeOperation({
  name: 'withdraw-figure',
  summary: 'Take back a figure that was written down by hand.',
  route: 'POST /people/figures/{figureId}/withdraw',
  policy: growthWriters,
  input: z.object({ figureId: z.uuid() }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ growth }) => ({ figureId: growth.figureId }),
  audit: (input, output) => ({ kind: 'figure', id: input.figureId, unitId: output.unitId }),
  async run({ db, now, scope }, { figureId }) {
    const { unitId } = found(
      await db
        .selectFrom('people.entered_figure')
        .select('unit_id as unitId')
        .where('id', '=', figureId)
        .where('replaced_at', 'is', null)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(unitId)) throw new Problem('notFound')
    await db
      .updateTable('people.entered_figure')
      .set({ replaced_at: now })
      .where('id', '=', figureId)
      .execute()
    return { unitId }
  },
})
