import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { changeMembership } from '../../store/persons/change-membership.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Lets somebody belong to another unit beside the home unit: an interest or trade association, or as a guest. */
export const addExtraMembership = writeOperation({
  name: 'add-extra-membership',
  summary: 'Let a person belong to another unit beside the home unit. It ends by set-membership with “left”.',
  route: 'POST /people/persons/{personId}/memberships',
  policy: registrarPolicy,
  input: z.object({
    personId: z.uuid(),
    unitId: z.uuid(),
    kind: z.enum(['extra', 'guest']).default('extra'),
    status: z.enum(['applied', 'active']).default('active'),
    from: z.iso.date().optional(),
  }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, unitId: people.lowerUnitId }),
  audit: (input, output) => personSubject(output, { kind: input.kind }),
  run(context, { personId, unitId, kind, status, from }) {
    requireReach(context, unitId)
    return changePerson(context, personId, (person) =>
      changeMembership(context, person, {
        unitId,
        kind,
        to: status,
        source: 'by hand',
        ...(from ? { from } : {}),
      }),
    )
  },
})
