import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { endPaidFor, postForChange, requireMayEnd } from '../../store/posts/end-post.ts'
import { recordEvent } from '../../store/record-event.ts'
import { day, reason } from './post-shapes.ts'

/** Gives a mandate its last day, and says why. Pay for it ends with it, and so does membership of groups it gave. */
export const endMandate = writeOperation({
  name: 'end-mandate',
  summary: 'End a person’s mandate in a public body after a last day, with the reason.',
  route: 'POST /people/posts/mandates/{mandateId}/end',
  policy: registrarPolicy,
  input: z.object({ mandateId: z.uuid(), lastDay: day.optional(), reason }),
  output: z.object({ personId: z.uuid(), lastDay: day }),
  example: ({ posts }) => ({ mandateId: posts.mandateId, reason: 'Avsade sig' }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { lastDay: output.lastDay } }),
  async run(context, input) {
    const { db, now, scope } = context
    const row = await postForChange(context, 'people.public_mandate', input.mandateId)
    const body = found(
      await db
        .selectFrom('people.public_mandate as mandate')
        .innerJoin('organisation.public_body as body', (join) =>
          join
            .onRef('body.organisation_id', '=', 'mandate.organisation_id')
            .onRef('body.id', '=', 'mandate.public_body_id'),
        )
        .select('body.unit_id as unitId')
        .where('mandate.id', '=', row.id)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
    const lastDay = input.lastDay ?? today(now)
    requireMayEnd(row, lastDay)
    const why = input.reason ?? ''
    await db
      .updateTable('people.public_mandate')
      .set({ valid_to: lastDay, ended_reason: why })
      .where('id', '=', row.id)
      .execute()
    await endPaidFor(context, { mandateId: row.id }, lastDay, why)
    await recordEvent(context, row.person, 'mandateEnded', { lastDay, reason: why })
    return { personId: row.person.id, lastDay }
  },
})
