import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { dayLength } from '../../rules/days.ts'
import { daysToUndo, lockRun, type ImportCounts } from '../../store/imports/import-run.ts'
import { beginRunning } from '../../store/imports/running-imports.ts'
import { undoRun } from '../../store/imports/undo-run.ts'
import { runId } from './import-shapes.ts'

/**
 * Takes an import back within thirty days: whom it made is gone, whom it changed is as before, in one transaction.
 * Those whom somebody has worked with since stay as they are, and are told.
 */
export const undoPeopleImport = writeOperation({
  name: 'undo-people-import',
  summary: 'Take an import of persons back; those whom somebody has worked with since stay, and are told.',
  route: 'POST /people/imports/{runId}/undo',
  policy: registrarPolicy,
  input: z.object({ runId }),
  output: z.object({
    removed: z.number().int(),
    restored: z.number().int(),
    kept: z.number().int(),
    unitId: z.uuid(),
  }),
  example: ({ peopleImports }) => ({ runId: peopleImports.doneId }),
  audit: (input, output) => ({
    kind: 'peopleImport',
    id: input.runId,
    unitId: output.unitId,
    detail: { removed: output.removed, restored: output.restored, kept: output.kept },
  }),
  async run(context, input) {
    const { db, now } = context
    const run = await lockRun(db, input.runId)
    if (run.state !== 'done') throw new Problem('notPossibleNow', { detail: `import.notDone` })
    if (now.getTime() - run.finished_at!.getTime() >= daysToUndo * dayLength) {
      throw new Problem('notPossibleNow', { detail: 'import.tooLate', params: { days: daysToUndo } })
    }
    const running = beginRunning(run, 'undo', (run.counts as ImportCounts | null)?.rows ?? 0)
    try {
      const { keptIds, ...counts } = await undoRun(context, run, running)
      await db
        .updateTable('people.import_run')
        .set({
          state: 'undone',
          undone_at: now,
          undone_by_name: actorName(context).name,
          undo_counts: JSON.stringify({ ...counts, keptIds }),
        })
        .where('id', '=', run.id)
        .execute()
      return { ...counts, unitId: run.unit_id }
    } finally {
      running.end()
    }
  },
})
