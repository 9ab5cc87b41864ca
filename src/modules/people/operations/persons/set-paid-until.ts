import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { openMemberships } from '../../store/persons/read-memberships.ts'
import { unitName } from '../../store/persons/unit-name.ts'
import { recordEvent } from '../../store/record-event.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Says to which day a membership is paid; that is no standing of its own, but it is in the timeline. */
export const setPaidUntil = writeOperation({
  name: 'set-paid-until',
  summary: 'Say to which day a membership is paid.',
  route: 'PUT /people/persons/{personId}/memberships/{unitId}/paid-until',
  policy: registrarPolicy,
  input: z.object({ personId: z.uuid(), unitId: z.uuid(), paidUntil: z.iso.date().nullable() }),
  output: aboutShape,
  example: ({ people, organisation }) => ({
    personId: people.personId,
    unitId: organisation.unitId,
    paidUntil: '2027-12-31',
  }),
  audit: ({ paidUntil }, output) => personSubject(output, { paidUntil }),
  run: (context, { personId, unitId, paidUntil }) =>
    changePerson(context, personId, async (person) => {
      const open = await openMemberships(context, personId)
      const there = found(open.find((each) => each.unitId === unitId))
      if (there.paidUntil === paidUntil) return
      await context.db
        .updateTable('people.membership')
        .set({ paid_until: paidUntil })
        .where('id', '=', there.id)
        .execute()
      await recordEvent(context, person, 'paidUntilChanged', {
        unit: await unitName(context, unitId),
        before: there.paidUntil ?? '',
        after: paidUntil ?? '',
      })
    }),
})
