import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { csvText } from '#platform/files/csv-text.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { processingParts } from '#platform/operations/processing.ts'
import { peopleTexts } from '../../messages/people.ts'
import { readProcessing } from '../../store/privacy/read-processing.ts'
import { processingReaders } from './list-processing-records.ts'

/** The register of processing as a file, for the supervisory authority or a member who asks. */
export const exportProcessingRecords = exportOperation({
  name: 'export-processing-records',
  summary: 'The register of processing as a CSV or JSON file.',
  route: 'GET /people/processing.csv',
  policy: { allow: 'roles', roles: processingReaders, reach: 'organisation' },
  input: z.object({ format: z.enum(['csv', 'json']).default('csv') }),
  output: z.file(),
  example: () => ({}),
  audit: ({ format }) => ({ kind: 'processingRecord', id: null, detail: { format } }),
  async run(context, { format }) {
    const records = await readProcessing(context)
    const t = peopleTexts.in(context.language)
    const name = `${t('processing.fileName')}-${today(context.now)}.${format}`
    if (format === 'json') {
      return new File([`${JSON.stringify(records, null, 2)}\n`], name, { type: 'application/json' })
    }
    const head = processingParts.map((part) => t(`processing.column.${part}`))
    const rows = records.map((record) => processingParts.map((part) => record[part]))
    return new File([csvText([head, ...rows])], name, { type: 'text/csv; charset=utf-8' })
  },
})
