import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { existingModes } from '../../rules/imports/plan-change.ts'
import { lockRun } from '../../store/imports/import-run.ts'
import { columnMeaning, runId } from './import-shapes.ts'

/** Says what a file's columns mean and how it is to be read in. */
export const updatePeopleImport = writeOperation({
  name: 'update-people-import',
  summary: 'Say what the columns of a handed-over file mean, and what is to happen to those who are known.',
  route: 'PATCH /people/imports/{runId}',
  policy: registrarPolicy,
  input: z.object({
    runId,
    /** By the column's place; those that are left out mean nothing. */
    columns: z.array(columnMeaning).max(500).optional(),
    existing: z.enum(existingModes).optional(),
    /** How a new membership stands when the row does not say. */
    standing: z.enum(['applied', 'active', 'lapsed']).optional(),
  }),
  output: z.object({ revision: z.number().int() }),
  example: ({ peopleImports }) => ({ runId: peopleImports.preparedId, existing: 'fill' as const }),
  audit: (input) => ({ kind: 'peopleImport', id: input.runId }),
  async run({ db }, input) {
    const run = await lockRun(db, input.runId)
    if (run.state !== 'prepared') throw new Problem('notPossibleNow', { detail: `import.state.${run.state}` })
    const revision = run.revision + 1
    await db
      .updateTable('people.import_run')
      .set({
        revision,
        ...(input.columns ? { columns: JSON.stringify(input.columns) } : {}),
        ...(input.existing ? { existing: input.existing } : {}),
        ...(input.standing ? { standing: input.standing } : {}),
      })
      .where('id', '=', run.id)
      .execute()
    return { revision }
  },
})
