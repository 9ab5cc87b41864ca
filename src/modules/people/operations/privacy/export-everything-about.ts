import { z } from 'zod'
import { exportOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { everythingAbout } from '../../store/privacy/everything.ts'
import { everythingFile } from './everything-shape.ts'

/** What somebody without an account asks for on paper: everything kept about them (GDPR art. 15). */
export const exportEverythingAbout = exportOperation({
  name: 'export-everything-about',
  summary: 'Everything that is kept about a person, as a JSON file to hand to them.',
  route: 'GET /people/persons/{personId}/everything.json',
  policy: registrarPolicy,
  personalData: true,
  input: z.object({ personId: z.uuid() }),
  output: z.file(),
  example: ({ people }) => ({ personId: people.otherPersonId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId }) {
    const groups = await everythingAbout(context, { personId })
    found(groups[0])
    return everythingFile(groups, context)
  },
})
