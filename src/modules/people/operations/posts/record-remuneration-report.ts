import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { postForChange } from '../../store/posts/end-post.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { day } from './post-shapes.ts'

/** Writes down what came of a remuneration for a time: what was done, for which unit, for how many hours. */
export const recordRemunerationReport = writeOperation({
  name: 'record-remuneration-report',
  summary: 'Write down what came of a remuneration for a time: what was done, for whom, how many hours.',
  route: 'POST /people/posts/remunerations/{remunerationId}/reports',
  policy: registrarPolicy,
  input: z.object({
    remunerationId: z.uuid(),
    day: day.optional(),
    words: z.string().trim().min(1).max(2000),
    unitId: z.uuid().optional(),
    hours: z
      .string()
      .trim()
      .transform((text) => text.replace(',', '.'))
      .pipe(z.string().regex(/^(?!0+(\.0+)?$)[0-9]{1,4}(\.[0-9]{1,2})?$/, 'post.hours'))
      .optional(),
  }),
  output: z.object({ reportId: z.uuid(), personId: z.uuid() }),
  example: ({ posts }) => ({
    remunerationId: posts.temporaryRemunerationId,
    day: '2026-02-15',
    words: 'Tre möten med föreningen',
    hours: '7,5',
  }),
  audit: (_, output) => ({ kind: 'person', id: output.personId }),
  async run(context, input) {
    const { db, now, organisationId } = context
    const row = await postForChange(context, 'people.remuneration', input.remunerationId)
    const { temporary } = await db
      .selectFrom('people.remuneration')
      .select('temporary')
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    if (!temporary) throw new Problem('notPossibleNow', { detail: 'post.reportOnlyTemporary' })
    const on = input.day ?? today(now)
    if (on < row.validFrom || on > today(now)) {
      throw new Problem('invalidInput', { issues: [{ path: ['day'], message: 'post.reportDay' }] })
    }
    if (input.unitId) {
      found(
        await db
          .selectFrom('organisation.unit')
          .select('id')
          .where('id', '=', input.unitId)
          .executeTakeFirst(),
      )
    }
    const reportId = newId()
    await db
      .insertInto('people.remuneration_report')
      .values({
        ...shieldColumns(organisationId, row.person),
        id: reportId,
        remuneration_id: row.id,
        day: on,
        hours: input.hours ?? null,
        unit_id: input.unitId ?? null,
        words: input.words,
        recorded_at: now,
      })
      .execute()
    await recordEvent(context, row.person, 'remunerationReported', { day: on })
    return { reportId, personId: row.person.id }
  },
})
