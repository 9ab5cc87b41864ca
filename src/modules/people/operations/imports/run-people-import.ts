import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { carryOut } from '../../store/imports/carry-out.ts'
import { lockRun } from '../../store/imports/import-run.ts'
import { rememberColumns } from '../../store/imports/remember-columns.ts'
import { readImport } from '../../store/imports/read-import.ts'
import { beginRunning } from '../../store/imports/running-imports.ts'
import { counts, runId } from './import-shapes.ts'

/**
 * Reads a handed-over file into the register: every row that can be read, in one transaction, or nothing. The same
 * file once more changes nothing. Rows that cannot be read are kept, to be fetched as a file with the reasons.
 */
export const runPeopleImport = writeOperation({
  name: 'run-people-import',
  summary: 'Read a handed-over file of persons into the register: all of it or nothing.',
  route: 'POST /people/imports/{runId}/run',
  policy: registrarPolicy,
  input: z.object({ runId }),
  output: z.object({ outcome: z.enum(['imported', 'unchanged']), counts, unitId: z.uuid() }),
  example: ({ peopleImports }) => ({ runId: peopleImports.preparedId }),
  audit: (input, output) => ({
    kind: 'peopleImport',
    id: input.runId,
    unitId: output.unitId,
    detail: {
      created: output.counts.created,
      changed: output.counts.changed,
      refused: output.counts.refused,
    },
  }),
  async prepare(context, input) {
    const { run, running } = await readImport(context, input.runId)
    return { run, file: await running.result }
  },
  async run(context, input, read) {
    const { db, now, progress } = context
    const run = await lockRun(db, input.runId)
    if (run.state !== 'prepared') throw new Problem('notPossibleNow', { detail: `import.state.${run.state}` })
    // The file was read by what its columns meant then.
    if (run.revision !== read.run.revision) throw new Problem('changedMeanwhile')
    if (read.file.rowCount === 0) throw new Problem('invalidInput', { detail: 'import.empty' })
    const running = beginRunning(run, 'import', read.file.rowCount)
    try {
      const { counts: found, tags } = await carryOut(context, run, read.file, {
        ...running,
        report(share) {
          running.report(share)
          progress.report(share)
        },
        goOn() {
          running.goOn()
          if (progress.cancelled()) throw new Problem('cancelled')
        },
      })
      await rememberColumns(context, run, read.file)
      await db
        .updateTable('people.import_run')
        .set({
          state: 'done',
          counts: JSON.stringify({ ...found, tags }),
          columns: JSON.stringify(read.file.columns),
          finished_at: now,
          finished_by_name: actorName(context).name,
        })
        .where('id', '=', run.id)
        .execute()
      const outcome = found.created + found.changed > 0 ? ('imported' as const) : ('unchanged' as const)
      return { outcome, counts: found, unitId: run.unit_id }
    } finally {
      running.end()
    }
  },
})
