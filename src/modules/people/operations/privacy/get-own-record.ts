import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { ownPersonId } from '../../store/own-person.ts'
import { readOwnRecord } from '../../store/privacy/read-own-record.ts'
import { ownRecord } from './own-record-shape.ts'

/** The own record, for the member whose account asks; nothing when the account is tied to no record. */
export const getOwnRecord = readOperation({
  name: 'get-own-record',
  summary: 'Your own record: name, contacts, memberships and consents.',
  route: 'GET /me',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({ person: ownRecord.nullable() }),
  example: () => ({}),
  async run(context) {
    const personId = await ownPersonId(context)
    const person = personId ? await readOwnRecord(context, personId) : null
    return { person: person ? ownRecord.parse(person) : null }
  },
})
