import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { changeFrom } from '../../rules/unit-faults.ts'
import { publicBodyForChange } from '../../store/bodies/public-body-for-change.ts'
import { makeRoom } from '../../store/change-unit.ts'
import { bodyName } from './body-shapes.ts'

/** Gives a public body another name or policy area from a day on. What it was is kept. */
export const changePublicBody = writeOperation({
  name: 'change-public-body',
  summary: 'Give a public body another name or policy area from a day; what it was is kept.',
  route: 'POST /public-bodies/{publicBodyId}',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    publicBodyId: z.uuid(),
    name: bodyName,
    policyArea: z.string().trim().max(100).optional(),
    from: z.iso.date().optional(),
  }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({ publicBodyId: organisation.publicBodyId, name: 'Omsorgsnämnden' }),
  audit: (input, output) => ({
    kind: 'publicBody',
    id: input.publicBodyId,
    unitId: output.unitId,
    detail: { name: input.name },
  }),
  async run({ db, now, organisationId, scope }, { publicBodyId, name, policyArea, from }) {
    const { unitId, records } = await publicBodyForChange({ db, scope }, publicBodyId)
    const day = from ?? today(now)
    await makeRoom(db, 'organisation.public_body_record', changeFrom(records, day), now)
    await db
      .insertInto('organisation.public_body_record')
      .values({
        organisation_id: organisationId,
        id: newId(),
        public_body_id: publicBodyId,
        name,
        policy_area: policyArea ?? records.at(-1)?.policyArea ?? '',
        valid_from: day,
        recorded_at: now,
      })
      .execute()
    return { unitId }
  },
})
