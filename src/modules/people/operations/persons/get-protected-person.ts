import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { accountOf } from '../../store/persons/account-of.ts'
import { readRecord } from '../../store/persons/read-record.ts'
import { personSubject } from './person-change.ts'
import { recordShape } from './record-shape.ts'

/** The record of somebody whose identity is protected; each look is in the log. */
export const getProtectedPerson = personalReadOperation({
  name: 'get-protected-person',
  summary: 'The record of a person whose identity is protected.',
  route: 'GET /people/protected-persons/{personId}',
  policy: protectedPolicy,
  input: z.object({ personId: z.uuid() }),
  output: recordShape.extend({ accountUserId: z.string().nullable() }),
  example: ({ people }) => ({ personId: people.protectedPersonId }),
  audit: (_, { id, homeUnit, accountUserId }) =>
    personSubject({ personId: id, unitId: homeUnit.id, accountUserId }),
  async run(context, { personId }) {
    const record = await readRecord(context, personId, { protectedIdentity: true })
    return { ...record, accountUserId: await accountOf(context, personId) }
  },
})
