import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { importRun, shownRun } from './import-shapes.ts'

/** The imports into the register, who made them and what came of them; the latest first. */
export const listPeopleImports = readOperation({
  name: 'list-people-imports',
  summary: 'The imports into the register, who made them, when and what came of them; the latest first.',
  route: 'GET /people/imports',
  policy: registrarPolicy,
  input: z.object({
    unitId: z.uuid().optional(),
    before: z.iso.datetime().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ runs: z.array(importRun) }),
  example: ({ peopleImports }) => ({ unitId: peopleImports.unitId }),
  async run({ db }, { unitId, before, limit }) {
    const rows = await db
      .selectFrom('people.import_run')
      .innerJoin('organisation.unit', 'organisation.unit.id', 'people.import_run.unit_id')
      .selectAll('people.import_run')
      .select('organisation.unit.name as unit')
      .$if(unitId !== undefined, (query) => query.where('people.import_run.unit_id', '=', unitId!))
      .$if(before !== undefined, (query) =>
        query.where('people.import_run.created_at', '<', new Date(before!)),
      )
      .orderBy('people.import_run.created_at', 'desc')
      .orderBy('people.import_run.id', 'desc')
      .limit(limit)
      .execute()
    return { runs: rows.map(shownRun) }
  },
})
