import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { lockRun } from '../../store/imports/import-run.ts'
import { stopRunning } from '../../store/imports/running-imports.ts'
import { runId } from './import-shapes.ts'

/**
 * Stops an import that is being carried out: nothing of it is written, and it may be carried out later. One that
 * nobody has carried out is put aside, and its file is forgotten. The undoing of one is stopped likewise: it stays in the register.
 */
export const cancelPeopleImport = writeOperation({
  name: 'cancel-people-import',
  summary: 'Stop an import that runs, so that nothing of it is written; or put one aside that has not run.',
  route: 'POST /people/imports/{runId}/cancel',
  policy: registrarPolicy,
  input: z.object({ runId }),
  output: z.object({ outcome: z.enum(['stopped', 'putAside']), unitId: z.uuid() }),
  example: ({ peopleImports }) => ({ runId: peopleImports.preparedId }),
  audit: (input, output) => ({
    kind: 'peopleImport',
    id: input.runId,
    unitId: output.unitId,
    detail: { outcome: output.outcome },
  }),
  // Before the transaction: the embedded database serves nobody else while an import writes.
  prepare: async ({ organisationId, scope }, input) => ({
    stopped: stopRunning(input.runId, organisationId, scope),
  }),
  async run({ db }, input, { stopped }) {
    const run = await lockRun(db, input.runId)
    if (stopped === 'undo' && run.state === 'done')
      return { outcome: 'stopped' as const, unitId: run.unit_id }
    // It may have been done before it could be stopped: that is told, and it can be undone.
    if (run.state !== 'prepared') throw new Problem('notPossibleNow', { detail: `import.state.${run.state}` })
    if (stopped) return { outcome: 'stopped' as const, unitId: run.unit_id }
    await db
      .updateTable('people.import_run')
      .set({ state: 'cancelled', sha256: null })
      .where('id', '=', run.id)
      .execute()
    return { outcome: 'putAside' as const, unitId: run.unit_id }
  },
})
