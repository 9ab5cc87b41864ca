import { z } from 'zod'
import { csvText } from '#platform/files/csv-text.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { importWords } from '../../messages/import-words.ts'
import { registrarPolicy } from '../../people-roles.ts'
import type { Reason } from '../../rules/imports/imported-person.ts'
import { readRun } from '../../store/imports/import-run.ts'
import { headingsOf, rawTable } from '../../store/imports/read-import.ts'
import { readOwnFields } from '../../store/imports/import-run.ts'
import { runId } from './import-shapes.ts'
import { reasonsInWords } from './reasons-in-words.ts'

/** The rows of an import that were not read in, as they stood, with a column that says why: ready to be put right and read in. */
export const exportRefusedRows = exportOperation({
  name: 'export-refused-rows',
  summary: 'The rows of an import that were refused, as a CSV file with the reasons beside them.',
  route: 'GET /people/imports/{runId}/refused.csv',
  policy: registrarPolicy,
  personalData: true,
  input: z.object({ runId }),
  output: z.file(),
  example: ({ peopleImports }) => ({ runId: peopleImports.doneId }),
  audit: (input) => ({ kind: 'peopleImport', id: input.runId }),
  async prepare(context, input) {
    const { run, fields } = await context.read(async (db) => ({
      run: await readRun(db, input.runId),
      fields: await readOwnFields(db),
    }))
    if (run.state !== 'done' && run.state !== 'undone') {
      throw new Problem('notPossibleNow', { detail: 'import.notDone' })
    }
    return { run, fields, table: await rawTable(context, run).result }
  },
  async run({ db, language }, { runId: id }, { run, fields, table }) {
    const rows = await db
      .selectFrom('people.import_refusal')
      .select(['row_number', 'reasons'])
      .where('run_id', '=', id)
      .orderBy('row_number')
      .execute()
    const t = importWords.in(language)
    const { headings } = headingsOf(table, fields)
    const byLine = new Map(table.rows.map(({ line, cells }) => [line, cells]))
    const body = rows.map(({ row_number: line, reasons }) => {
      const cells = byLine.get(line) ?? []
      const padded = [
        ...cells,
        ...Array.from({ length: Math.max(0, headings.length - cells.length) }, () => ''),
      ]
      return [
        ...padded.slice(0, headings.length),
        reasonsInWords(t, reasons as unknown as Reason[], headings),
      ]
    })
    const name = run.file_name.replace(/\.[^.]*$/, '')
    return new File(
      [csvText([[...headings, t('refused.column')], ...body])],
      `${name}-${t('refused.file')}.csv`,
      {
        type: 'text/csv; charset=utf-8',
      },
    )
  },
})
