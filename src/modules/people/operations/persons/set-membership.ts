import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { membershipKinds, standings } from '../../rules/membership.ts'
import { changeMembership } from '../../store/persons/change-membership.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Lets somebody stand otherwise in a unit: apply, be approved, lapse, leave, be excluded, come back. */
export const setMembership = writeOperation({
  name: 'set-membership',
  summary:
    'Change how a person stands in a unit from a day: applied, active, lapsed, left, excluded, back again.',
  route: 'PUT /people/persons/{personId}/memberships/{unitId}',
  policy: registrarPolicy,
  input: z.object({
    personId: z.uuid(),
    unitId: z.uuid(),
    status: z.enum(standings),
    kind: z.enum(membershipKinds).optional().describe('As before when it is left out'),
    from: z.iso.date().optional().describe('The first day; today when it is left out'),
    paidUntil: z.iso.date().nullish(),
    reason: z.string().trim().max(500).optional(),
  }),
  output: aboutShape,
  example: ({ people, organisation }) => ({
    personId: people.personId,
    unitId: organisation.unitId,
    status: 'lapsed' as const,
  }),
  audit: ({ status }, output) => personSubject(output, { status }),
  run(context, { personId, unitId, status, kind, from, paidUntil, reason }) {
    requireReach(context, unitId)
    if (status === 'excluded' && !reason) {
      throw new Problem('invalidInput', { issues: [{ path: ['reason'], message: 'membership.sayWhy' }] })
    }
    return changePerson(context, personId, async (person) => {
      await changeMembership(context, person, {
        unitId,
        to: status,
        source: 'by hand',
        ...(kind ? { kind } : {}),
        ...(from ? { from } : {}),
        ...(paidUntil === undefined ? {} : { paidUntil }),
        ...(reason ? { reason } : {}),
      })
    })
  },
})
