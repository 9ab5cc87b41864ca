import { z } from 'zod'
import { createUnit, lockUnits, moveUnit, renameUnit } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import type { ParentOf, UnitStep } from '../../rules/registers/plan-units.ts'
import { atLine } from '../../store/registers/at-line.ts'
import { largestFile, readRegisterFile } from '../../store/registers/read-register-file.ts'
import { mostUnits, unitColumns, unitPlan, unitRows } from '../../store/registers/unit-import.ts'
import { wholeTreePolicy } from './register-policies.ts'

/** Reads in a file of units: all that its preview shows, or nothing. The same file again changes nothing. */
export const runUnitImport = writeOperation({
  name: 'run-unit-import',
  summary: 'Read in a file of units, all of it or nothing; the same file again changes nothing.',
  route: 'POST /people/registers/units/import',
  policy: wholeTreePolicy,
  input: z.object({ file: z.file().min(1).max(largestFile) }),
  output: z.object({
    created: z.number().int(),
    changed: z.number().int(),
    skipped: z.number().int(),
  }),
  example: () => ({
    file: new File(['Namn;Slag\nExempelbyn;Förening\n'], 'enheter.csv', { type: 'text/csv' }),
  }),
  audit: (_input, output) => ({ kind: 'unit', id: null, detail: output }),
  prepare: (context, { file }) => readRegisterFile(context, file, { asked: unitColumns, limit: mostUnits }),
  async run(context, _input, read) {
    const { db, now } = context
    const { steps, skipped } = await unitPlan(db, await lockUnits(db), unitRows(read), today(now))
    /** What the lines before have made. */
    const made = new Map<number, string>()
    for (const step of steps) await atLine(context, step.line, carriedOut(context, step, made))
    const created = steps.filter((step) => step.what === 'create').length
    return { created, changed: steps.length - created, skipped: skipped.length }
  },
})

async function carriedOut(
  context: OperationContext,
  step: UnitStep,
  made: Map<number, string>,
): Promise<void> {
  const idOf = (parent: ParentOf) => ('unitId' in parent ? parent.unitId : found(made.get(parent.line)))
  const { from } = step
  if (step.what === 'create') {
    const { name, kind } = step
    const { unitId } = await createUnit.run(
      context,
      { parentId: idOf(step.parent), kind, name, from },
      undefined,
    )
    made.set(step.line, unitId)
    return
  }
  const { unitId } = step
  if (step.rename) await renameUnit.run(context, { unitId, ...step.rename, from }, undefined)
  if (step.move) await moveUnit.run(context, { unitId, parentId: idOf(step.move), from }, undefined)
}
