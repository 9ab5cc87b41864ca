import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { FileAbout, personsInFile } from '../../store/file-about.ts'
import { popoloNames, popoloText } from '../../store/posts/popolo-text.ts'

/**
 * Our units and bodies, the public bodies, the posts in them and who holds or has held them, in the shape of the Popolo
 * specification, which is made to be published: of persons it has names and nothing else, and unless all are asked for only
 * of those whom the organisation has marked as public. Nobody whose identity is protected is in it.
 */
export const exportPopolo = exportOperation({
  name: 'export-popolo',
  summary:
    'Bodies, posts and mandates through the years as Popolo JSON, with the names of persons and nothing else.',
  route: 'GET /people/posts/popolo',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'], reach: 'organisation' },
  input: z.object({
    /** Whose names: of those that are marked as public, or of all. */
    names: z.enum(popoloNames).default('public'),
  }),
  output: z.object({ file: z.file() }),
  example: () => ({}),
  audit: (_, { file }) => ({ kind: 'organisation', id: null, aboutPersonIds: personsInFile(file) }),
  async run({ db, now }, { names }) {
    const day = today(now)
    const { text, personIds } = await popoloText(db, day, names)
    return { file: new FileAbout([text], `popolo-${day}.json`, 'application/json', personIds) }
  },
})
