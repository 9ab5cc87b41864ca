import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { tableFormats } from '#platform/files/table-file.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { personsInFile } from '../../store/file-about.ts'
import { remunerationRegister } from '../../store/registers/holder-registers.ts'
import { registerFile, rowsIn } from '../../store/registers/register-file.ts'
import { registerWords } from '../../store/registers/register-words.ts'
import { paidPolicy } from '../posts/post-shapes.ts'

/** Takes out as a file what persons have been paid for, by degree and hours: for those who may read it. */
export const exportRemunerations = exportOperation({
  name: 'export-remunerations',
  summary: 'What persons have been paid for through the years, by degree and hours, as CSV or a workbook.',
  route: 'GET /people/registers/remunerations/file',
  policy: paidPolicy,
  personalData: true,
  input: z.object({ format: z.enum(tableFormats).default('csv') }),
  output: z.file(),
  example: () => ({ format: 'csv' as const }),
  audit: (input, file) => ({
    kind: 'remuneration',
    id: null,
    aboutPersonIds: personsInFile(file),
    detail: { rows: rowsIn(file), format: input.format },
  }),
  async prepare(context, { format }) {
    const words = registerWords(context.language)
    const table = await context.read((db) => remunerationRegister(db, words))
    return registerFile(format, table, {
      title: words.t('register.remunerations'),
      day: today(context.now),
      words,
    })
  },
  run: async (_context, _input, file) => file,
})
