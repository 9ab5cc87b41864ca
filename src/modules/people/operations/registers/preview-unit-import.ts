import { z } from 'zod'
import { readUnits } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitRowFaults } from '../../rules/registers/plan-units.ts'
import { largestFile, readRegisterFile } from '../../store/registers/read-register-file.ts'
import { mostUnits, unitColumns, unitPlan, unitRows } from '../../store/registers/unit-import.ts'
import { wholeTreePolicy } from './register-policies.ts'

/** Shows what a file of units would do before it does anything: what is new, what changes, what is left out and why. */
export const previewUnitImport = readOperation({
  name: 'preview-unit-import',
  summary: 'What a file of units would create, change and leave out, and why; changes nothing.',
  route: 'POST /people/registers/units/preview',
  policy: wholeTreePolicy,
  input: z.object({ file: z.file().min(1).max(largestFile) }),
  output: z.object({
    created: z.array(z.object({ line: z.number().int(), name: z.string(), from: z.iso.date() })),
    changed: z.array(
      z.object({
        line: z.number().int(),
        name: z.string(),
        from: z.iso.date(),
        renamed: z.boolean(),
        moved: z.boolean(),
      }),
    ),
    skipped: z.array(z.object({ line: z.number().int(), name: z.string(), fault: z.enum(unitRowFaults) })),
    /** The file as rows, to be handed over again. */
    cells: z.array(z.array(z.string())),
  }),
  example: () => ({
    file: new File(['Namn;Slag\nExempelbyn;Förening\n'], 'enheter.csv', { type: 'text/csv' }),
  }),
  prepare: (context, { file }) => readRegisterFile(context, file, { asked: unitColumns, limit: mostUnits }),
  async run({ db, now }, _input, read) {
    const { steps, skipped } = await unitPlan(db, await readUnits(db), unitRows(read), today(now))
    return {
      created: steps.flatMap((step) =>
        step.what === 'create' ? [{ line: step.line, name: step.name, from: step.from }] : [],
      ),
      changed: steps.flatMap((step) =>
        step.what === 'change'
          ? [
              {
                line: step.line,
                name: step.name,
                from: step.from,
                renamed: step.rename !== null,
                moved: step.move !== null,
              },
            ]
          : [],
      ),
      skipped,
      cells: read.cells,
    }
  },
})
