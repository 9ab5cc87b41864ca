import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { tableFormats } from '#platform/files/table-file.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { registers } from '../../rules/registers/register-columns.ts'
import { readRegister } from '../../store/registers/read-register.ts'
import { registerFile, rowsIn } from '../../store/registers/register-file.ts'
import { registerWords } from '../../store/registers/register-words.ts'
import { personsInFile } from '../../store/file-about.ts'

/** Takes a register of the organisation out as a file, with its history. Of persons it has names, never a protected one. */
export const exportRegister = exportOperation({
  name: 'export-register',
  summary:
    'A register of the organisation with its history as CSV or a workbook: units, bodies, terms, mandates.',
  route: 'GET /people/registers/{register}/file',
  policy: {
    allow: 'roles',
    roles: ['owner', 'registrar', 'secretary'],
    reach: 'organisation',
    secondFactor: true,
  },
  personalData: true,
  input: z.object({ register: z.enum(registers), format: z.enum(tableFormats).default('csv') }),
  output: z.file(),
  example: () => ({ register: 'units' as const, format: 'csv' as const }),
  audit: (input, file) => ({
    kind: 'register',
    id: null,
    aboutPersonIds: personsInFile(file),
    detail: { register: input.register, rows: rowsIn(file), format: input.format },
  }),
  async prepare(context, { register, format }) {
    const words = registerWords(context.language)
    const day = today(context.now)
    const table = await context.read((db) => readRegister(db, register, { day, words }))
    return registerFile(format, table, { title: words.t(`register.${register}`), day, words })
  },
  run: async (_context, _input, file) => file,
})
