import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { folded } from '../../rules/folded.ts'
import { readPublicBodies } from '../../store/bodies/read-public-bodies.ts'
import { bodyName, publicBodyShape } from './body-shapes.ts'

/** Makes a public body: a council, a committee, a company's board. A policy area that is known keeps its spelling. */
export const createPublicBody = writeOperation({
  name: 'create-public-body',
  summary: 'Create a public body (council, committee, company) in which mandates are held.',
  route: 'POST /public-bodies',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    unitId: z.uuid(),
    level: publicBodyShape.shape.level,
    kind: publicBodyShape.shape.kind,
    name: bodyName,
    areaName: z.string().trim().max(200).optional(),
    areaCode: z
      .string()
      .trim()
      .regex(/^([0-9]{2}|[0-9]{4})?$/, 'publicBody.areaCode')
      .optional(),
    policyArea: z.string().trim().max(100).optional(),
    from: z.iso.date().optional(),
  }),
  output: z.object({ publicBodyId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    level: 'municipality' as const,
    kind: 'committee' as const,
    name: 'Socialnämnden',
    areaName: 'Exempelby kommun',
  }),
  audit: (input, output) => ({
    kind: 'publicBody',
    id: output.publicBodyId,
    unitId: input.unitId,
    detail: { name: input.name },
  }),
  async run({ db, now, organisationId, scope }, input) {
    const { unitId, level, kind, name } = input
    if (scope !== 'organisation' && !scope.includes(unitId)) throw new Problem('notFound')
    found(await db.selectFrom('organisation.unit').select('id').where('id', '=', unitId).executeTakeFirst())
    const day = input.from ?? today(now)
    const areaName = input.areaName ?? ''
    const there = await readPublicBodies(db, day)
    if (
      there.some((each) => folded(each.name) === folded(name) && folded(each.areaName) === folded(areaName))
    ) {
      throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'publicBody.exists' }] })
    }
    const area = input.policyArea ?? ''
    const policyArea = there.find((each) => folded(each.policyArea) === folded(area))?.policyArea ?? area
    const publicBodyId = newId()
    await db
      .insertInto('organisation.public_body')
      .values({
        organisation_id: organisationId,
        id: publicBodyId,
        unit_id: unitId,
        level,
        kind,
        area_name: areaName,
        area_code: input.areaCode ?? '',
        valid_from: day,
      })
      .execute()
    await db
      .insertInto('organisation.public_body_record')
      .values({
        organisation_id: organisationId,
        id: newId(),
        public_body_id: publicBodyId,
        name,
        policy_area: policyArea,
        valid_from: day,
        recorded_at: now,
      })
      .execute()
    return { publicBodyId }
  },
})
