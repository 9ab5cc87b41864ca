import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { movePerson as move } from '../../store/persons/move-person.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Moves somebody to another home unit in one step. Extra memberships stay, and both units are told. */
export const movePerson = writeOperation({
  name: 'move-person',
  summary: 'Move a person to another home unit from a day; extra memberships stay, both units see the move.',
  route: 'POST /people/persons/{personId}/move',
  policy: registrarPolicy,
  input: z.object({ personId: z.uuid(), toUnitId: z.uuid(), from: z.iso.date().optional() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, toUnitId: people.lowerUnitId }),
  audit: ({ toUnitId }, output) => personSubject(output, { toUnitId }),
  run(context, { personId, toUnitId, from }) {
    requireReach(context, toUnitId)
    return changePerson(context, personId, (person) =>
      move(context, person, { toUnitId, source: 'by hand', ...(from ? { from } : {}) }),
    )
  },
})
