import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'

/**
 * Makes a body of the organisation: a board, a council group, a committee. What kinds there are and what they are
 * called is the organisation's own matter. It is there from today, unless a day is given.
 */
export const createBody = writeOperation({
  name: 'create-body',
  summary: 'Create a body (board, council group, committee) in a unit.',
  route: 'POST /bodies',
  policy: { allow: 'roles', roles: ['owner', 'secretary'] },
  input: z.object({
    unitId: z.uuid(),
    kind: z.string().trim().min(1).max(60),
    name: z.string().trim().min(1).max(200),
    validFrom: z.iso.date().optional(),
  }),
  output: z.object({ bodyId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    kind: 'committee',
    name: 'Budgetberedningen',
  }),
  audit: (input, output) => ({
    kind: 'body',
    id: output.bodyId,
    unitId: input.unitId,
    detail: { name: input.name, kind: input.kind },
  }),
  async run({ db, now, organisationId, scope }, input) {
    if (scope !== 'organisation' && !scope.includes(input.unitId)) throw new Problem('notFound')
    found(
      await db.selectFrom('organisation.unit').select('id').where('id', '=', input.unitId).executeTakeFirst(),
    )
    const day = today(now)
    const same = await db
      .selectFrom('organisation.body')
      .select('id')
      .where('unit_id', '=', input.unitId)
      .where('name', '=', input.name)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .executeTakeFirst()
    if (same) {
      throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'body.exists' }] })
    }
    const bodyId = newId()
    await db
      .insertInto('organisation.body')
      .values({
        organisation_id: organisationId,
        id: bodyId,
        unit_id: input.unitId,
        kind: input.kind,
        name: input.name,
        valid_from: input.validFrom ?? day,
      })
      .execute()
    return { bodyId }
  },
})
