import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registerPolicy } from '../../people-roles.ts'
import { readRecord } from '../../store/persons/read-record.ts'
import { accountOf } from '../../store/persons/account-of.ts'
import { personSubject } from './person-change.ts'
import { recordShape } from './record-shape.ts'

/** A person's record, as much of it as the caller's trust in the person's units reaches. */
export const getPerson = personalReadOperation({
  name: 'get-person',
  summary: 'A person’s record: the parts that your trust in the person’s units reaches.',
  route: 'GET /people/persons/{personId}',
  policy: registerPolicy,
  input: z.object({ personId: z.uuid() }),
  output: recordShape.extend({ accountUserId: z.string().nullable() }),
  example: ({ people }) => ({ personId: people.personId }),
  audit: (_, { id, homeUnit, accountUserId }) =>
    personSubject({ personId: id, unitId: homeUnit.id, accountUserId }),
  async run(context, { personId }) {
    const record = await readRecord(context, personId, { protectedIdentity: false })
    return { ...record, accountUserId: await accountOf(context, personId) }
  },
})
