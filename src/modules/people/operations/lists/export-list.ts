import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { slugOf } from '#platform/slug.ts'
import { peopleTexts } from '../../messages/people.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { personsInFile } from '../../store/file-about.ts'
import { ListFile, listFile, listFormats } from '../../store/lists/list-file.ts'
import { readList } from '../../store/lists/list-row.ts'
import { peopleOfList } from '../../store/lists/people-of-list.ts'
import { listId } from './shapes.ts'

/** More is no list for a purpose but a copy of the register. */
const mostRows = 100_000

/** Takes a list out of the system as a file. What for is asked and stands in the log; protected identities never are in it. */
export const exportList = exportOperation({
  name: 'export-list',
  summary: 'A list as CSV, a workbook or JSON. The purpose is written in the log.',
  route: 'POST /people/lists/{listId}/export',
  policy: organiserPolicy,
  personalData: true,
  input: z.object({
    listId,
    format: z.enum(listFormats),
    /** What the file is for, in a few words. */
    purpose: z.string().trim().min(5).max(200),
  }),
  output: z.file(),
  example: ({ lists }) => ({
    listId: lists.listId,
    format: 'csv' as const,
    purpose: 'Utskick med kallelsen',
  }),
  audit: (input, file) => ({
    kind: 'list',
    id: input.listId,
    unitId: file instanceof ListFile ? file.list.unitId : null,
    aboutPersonIds: personsInFile(file),
    detail: {
      name: file instanceof ListFile ? file.list.name : '',
      rows: file instanceof ListFile ? file.list.rows : null,
      format: input.format,
      purpose: input.purpose,
    },
  }),
  async prepare(context, { listId: id, format }) {
    const { list, people } = await context.read(async (db) => {
      const kept = await readList(db, id)
      const page = { limit: mostRows + 1, offset: 0 }
      return { list: kept, people: await peopleOfList({ ...context, db }, kept, page) }
    })
    if (people.total > mostRows) {
      throw new Problem('tooLarge', { detail: 'list.tooManyRows', params: { limit: mostRows } })
    }
    const word = peopleTexts.in(context.language)('listFile')
    const name = slugOf(`${word} ${list.name} ${today(context.now)}`)
    return listFile(
      format,
      { columns: people.columns, rows: people.people.map(({ values }) => values) },
      name,
      { id, name: list.name, unitId: list.unitId, rows: people.total },
      people.people.map((person) => person.id),
    )
  },
  run: async (_context, _input, file) => file,
})
