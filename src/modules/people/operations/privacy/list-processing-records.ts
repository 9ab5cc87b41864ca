import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { readProcessing } from '../../store/privacy/read-processing.ts'
import { processingRecord } from './processing-shape.ts'

export const processingReaders = ['owner', 'registrar', 'board', 'auditor'] as const

/** What personal data is handled for, by whom and how (GDPR art. 30). */
export const listProcessingRecords = readOperation({
  name: 'list-processing-records',
  summary: 'The register of processing: what personal data is handled for, and how.',
  route: 'GET /people/processing',
  policy: { allow: 'roles', roles: processingReaders, reach: 'organisation' },
  input: z.object({}),
  output: z.object({ records: z.array(processingRecord) }),
  example: () => ({}),
  run: async (context) => ({ records: await readProcessing(context) }),
})
