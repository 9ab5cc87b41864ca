import { z } from 'zod'
import { exportOperation } from '#platform/operations/operation.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { everythingAbout } from '../../store/privacy/everything.ts'
import { everythingFile } from './everything-shape.ts'

/** The same as a file to take along (GDPR art. 20). */
export const exportOwnEverything = exportOperation({
  name: 'export-own-everything',
  summary: 'Everything that is kept about you, as a JSON file.',
  route: 'GET /me/everything.json',
  policy: { allow: 'signedIn' },
  personalData: true,
  input: z.object({ personId: z.uuid() }),
  output: z.file(),
  example: ({ people }) => ({ personId: people.personId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId }) {
    await ownPersonForChange(context, personId)
    return everythingFile(await everythingAbout(context, { own: true }), context)
  },
})
