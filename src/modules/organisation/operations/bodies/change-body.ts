import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { bodiesOn } from '../../rules/bodies/bodies-as-of.ts'
import { bodyFault } from '../../rules/bodies/body-faults.ts'
import {
  changeBodyFacts,
  requireBody,
  requireBodyKind,
  requireNoBodyFault,
} from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { fromDay } from '../unit-shapes.ts'
import { bodyFactFields } from './body-shapes.ts'

/** Lets a body be otherwise from a day on: name, kind, purpose, address, place. What is left out stays as it is. */
export const changeBody = writeOperation({
  name: 'change-body',
  summary: 'Change a body’s name, kind, purpose, address or place from a day; what it was is kept.',
  route: 'POST /bodies/{bodyId}',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    bodyId: z.uuid(),
    ...z.object(bodyFactFields).partial().shape,
    from: fromDay,
  }),
  output: z.object({ name: z.string() }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId, purpose: 'Bereder årsmötets beslut.' }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { name: output.name } }),
  async run({ db, now, organisationId, scope }, { bodyId, from, ...wanted }) {
    const records = await lockBodies(db)
    const { unitId, validTo } = requireBody(records, scope, bodyId)
    if (validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
    const day = firstDay(from, today(now))
    const before = found(bodiesOn(records, today(now)).find((body) => body.id === bodyId))
    const facts = {
      kind: wanted.kind ?? before.kind,
      name: wanted.name ?? before.name,
      parentId: wanted.parentId === undefined ? before.parentId : wanted.parentId,
      purpose: wanted.purpose ?? before.purpose,
      contactAddress: wanted.contactAddress ?? before.contactAddress,
      isHighest: wanted.isHighest ?? before.isHighest,
      openToJoin: wanted.openToJoin ?? before.openToJoin,
    }
    if (facts.kind !== before.kind) await requireBodyKind({ db }, facts.kind)
    requireNoBodyFault(bodyFault(records, { bodyId, unitId, day, ...facts }))
    await changeBodyFacts({ db, organisationId, now }, records, { bodyId, facts, day })
    return { name: facts.name }
  },
})
