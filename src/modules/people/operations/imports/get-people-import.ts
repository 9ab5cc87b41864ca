import { sql } from 'kysely'
import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { dayLength } from '../../rules/days.ts'
import type { Reason } from '../../rules/imports/imported-person.ts'
import { fullName } from '../../rules/names.ts'
import { daysToUndo, readRun } from '../../store/imports/import-run.ts'
import { runningShare } from '../../store/imports/running-imports.ts'
import type { UndoCounts } from '../../store/imports/undo-run.ts'
import { personsIn } from '../persons-in.ts'
import { importRun, plainReasons, reasons, runId, shownRun } from './import-shapes.ts'

const shown = 20

/** One import: how it stands, what came of it, why rows were refused, and whom an undo left alone. */
export const getPeopleImport = personalReadOperation({
  name: 'get-people-import',
  summary: 'One import of persons: how far it has come, what came of it, and why rows were refused.',
  route: 'GET /people/imports/{runId}',
  policy: registrarPolicy,
  input: z.object({ runId }),
  output: z.object({
    run: importRun,
    /** From 0 to 1 while it is carried out or undone; null when it is not. */
    share: z.number().nullable(),
    mayUndo: z.boolean(),
    refused: z.array(z.object({ line: z.number().int(), reasons })),
    /** Persons an undo left as they were, because somebody had worked with them. */
    kept: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  }),
  example: ({ peopleImports }) => ({ runId: peopleImports.doneId }),
  audit: (input, { kept }) => ({ kind: 'peopleImport', id: input.runId, aboutPersonIds: personsIn(kept) }),
  async run({ db, now }, input) {
    const run = await readRun(db, input.runId)
    const unit = await db
      .selectFrom('organisation.unit')
      .select('name')
      .where('id', '=', run.unit_id)
      .executeTakeFirstOrThrow()
    const refused = await db
      .selectFrom('people.import_refusal')
      .select(['row_number', 'reasons'])
      .where('run_id', '=', run.id)
      .orderBy('row_number')
      .limit(shown)
      .execute()
    const { keptIds = [] } = (run.undo_counts ?? {}) as Partial<UndoCounts>
    const kept = await db
      .selectFrom('people.person')
      .select(['id', 'given_name as givenName', 'family_name as familyName'])
      .where(sql<boolean>`id = any (${keptIds}::uuid[])`)
      .where('merged_into', 'is', null)
      .where('erased_at', 'is', null)
      .orderBy('family_order')
      .orderBy('given_order')
      .execute()
    return {
      run: shownRun({ ...run, unit: unit.name }),
      share: runningShare(run.id),
      mayUndo: run.state === 'done' && now.getTime() - run.finished_at!.getTime() < daysToUndo * dayLength,
      refused: refused.map((row) => ({
        line: row.row_number,
        reasons: plainReasons(row.reasons as unknown as Reason[]),
      })),
      kept: kept.map((person) => ({ personId: person.id, name: fullName(person) })),
    }
  },
})
