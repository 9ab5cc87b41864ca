import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { everythingAbout } from '../../store/privacy/everything.ts'
import { everythingShape } from './everything-shape.ts'

/** Everything that is kept about the person whose account asks (GDPR art. 15). */
export const getOwnEverything = readOperation({
  name: 'get-own-everything',
  summary: 'Everything that is kept about you, from every table.',
  route: 'GET /me/everything',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({ groups: everythingShape }),
  example: () => ({}),
  run: async (context) => ({ groups: await everythingAbout(context, { own: true }) }),
})
