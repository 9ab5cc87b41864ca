import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { bodyFault } from '../rules/bodies/body-faults.ts'
import { requireBodyKind, requireNoBodyFault } from '../store/bodies/change-body.ts'
import { lockBodies } from '../store/bodies/read-bodies.ts'
import { writeBody } from '../store/bodies/write-body.ts'
import { firstDay } from '../store/change-unit.ts'
import { bodyFactFields } from './bodies/body-shapes.ts'

/** Makes a body in a unit: a highest meeting, a board, a group, a network. It is there from today, unless a day is given. */
export const createBody = writeOperation({
  name: 'create-body',
  summary: 'Create a body (highest meeting, board, council group, committee, network) in a unit.',
  route: 'POST /bodies',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ unitId: z.uuid(), ...bodyFactFields, validFrom: z.iso.date().optional() }),
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
  async run({ db, now, organisationId, scope }, { unitId, validFrom, ...facts }) {
    if (scope !== 'organisation' && !scope.includes(unitId)) throw new Problem('notFound')
    const unit = found(
      await db.selectFrom('organisation.unit').select('valid_to').where('id', '=', unitId).executeTakeFirst(),
    )
    if (unit.valid_to !== null) throw new Problem('notPossibleNow', { detail: 'unit.ended' })
    const records = await lockBodies(db)
    const day = firstDay(validFrom, today(now), 'validFrom')
    await requireBodyKind({ db }, facts.kind)
    const parentId = facts.parentId ?? null
    const isHighest = facts.isHighest ?? false
    requireNoBodyFault(
      bodyFault(records, { bodyId: null, unitId, parentId, name: facts.name, isHighest, day }),
    )
    const bodyId = newId()
    await writeBody(
      db,
      {
        organisationId,
        id: bodyId,
        unitId,
        kind: facts.kind,
        name: facts.name,
        parentId,
        purpose: facts.purpose ?? '',
        contactAddress: facts.contactAddress ?? '',
        isHighest,
        openToJoin: facts.openToJoin ?? false,
        validFrom: day,
      },
      now,
    )
    return { bodyId }
  },
})
