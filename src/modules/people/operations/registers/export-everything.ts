import JSZip from 'jszip'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { tableBytes } from '#platform/files/table-file.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { slugOf } from '#platform/slug.ts'
import { registers, type RegisterTable } from '../../rules/registers/register-columns.ts'
import { FileAbout, personsInFile } from '../../store/file-about.ts'
import { popoloText } from '../../store/posts/popolo-text.ts'
import { addTables } from '../../store/registers/everything.ts'
import { remunerationRegister } from '../../store/registers/holder-registers.ts'
import { readRegister } from '../../store/registers/read-register.ts'
import { registerWords } from '../../store/registers/register-words.ts'
import { wholeOrganisationPolicy } from './register-policies.ts'

/** A ZIP file with how many rows there are in its tables, and of whom: for the log. */
class EverythingFile extends FileAbout {
  readonly rows: number

  constructor(body: BlobPart, name: string, rows: number, personIds: readonly string[]) {
    super([body], name, 'application/zip', personIds)
    this.rows = rows
  }
}

/**
 * Takes everything the organisation has recorded out of the system, to be kept or read in elsewhere: registers as they are
 * read, every table as it is stored, and the open standard. Nobody whose identity is protected is in it, and no secrets.
 */
export const exportEverything = exportOperation({
  name: 'export-everything',
  summary:
    'Everything the organisation has recorded, as a ZIP file with a CSV file for each register and table.',
  route: 'POST /people/registers/everything',
  policy: wholeOrganisationPolicy,
  personalData: true,
  input: z.object({
    /** What the file is for, in a few words. */
    purpose: z.string().trim().min(5).max(200),
    withPersonalNumbers: z.boolean().optional(),
  }),
  output: z.file(),
  example: () => ({ purpose: 'Byte av system' }),
  audit: (input, file) => ({
    kind: 'organisation',
    id: null,
    aboutPersonIds: personsInFile(file),
    detail: {
      purpose: input.purpose,
      personalNumbers: input.withPersonalNumbers === true,
      rows: file instanceof EverythingFile ? file.rows : null,
    },
  }),
  async prepare(context, { withPersonalNumbers = false }) {
    const { services, language, now } = context
    const day = today(now)
    const words = registerWords(language)
    const { t } = words
    const zip = new JSZip()
    const add = async (name: string, table: RegisterTable) =>
      zip.file(
        `register/${slugOf(name)}.csv`,
        (await tableBytes('csv', {
          name,
          headings: table.columns.map(words.heading),
          rows: table.rows,
        })) as string,
      )
    const made = await context.read(async (db) => {
      for (const register of registers) {
        await add(t(`register.${register}`), await readRegister(db, register, { day, words }))
      }
      await add(t('register.remunerations'), await remunerationRegister(db, words))
      zip.file('popolo.json', (await popoloText(db, day)).text)
      const rows = await addTables(zip, db, { services, withPersonalNumbers })
      const persons = await db.selectFrom('people.person').select('id').execute()
      const organisation = await db
        .selectFrom('organisation.organisation')
        .select(['name', 'slug'])
        .executeTakeFirst()
      return { rows, personIds: persons.map(({ id }) => id), ...found(organisation) }
    })
    zip.file('README.txt', t('register.readMe', { name: made.name, day }))
    const bytes = await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' })
    const fileName = `${slugOf(`${made.slug} ${t('register.everythingFile')} ${day}`)}.zip`
    return new EverythingFile(bytes, fileName, made.rows, made.personIds)
  },
  run: async (_context, _input, file) => file,
})
