import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../../inside-roles.ts'
import { rightsOn } from '../../rules/affiliates/seat-rights.ts'
import { seatsOn } from '../../rules/bodies/bodies-as-of.ts'
import { asToldOn, holdsOn } from '../../rules/unit-records.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { namesToday } from '../../store/names-today.ts'
import { day, rightShape } from './affiliate-shapes.ts'

/** The affiliates as they stood on a day, and the rights to seats each had. */
export const listAffiliates = readOperation({
  name: 'list-affiliates',
  summary: 'Affiliated organisations and their rights to seats in bodies, as they stood on a day.',
  route: 'GET /affiliates',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({
    asOf: day.optional(),
    unitId: z.uuid().optional().describe('The affiliate, or the unit it belongs together with'),
    bodyId: z.uuid().optional().describe('Only rights in this body'),
  }),
  output: z.object({
    asOf: day,
    affiliates: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        toUnitId: z.uuid(),
        toUnitName: z.string(),
        decision: z.string(),
        validFrom: day,
        validTo: day.nullable(),
      }),
    ),
    rights: z.array(rightShape),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf, unitId, bodyId }) {
    const current = today(now)
    const then = asOf ?? current
    const names = await namesToday(db)
    const unitName = (id: string) => names.units.get(id) ?? ''
    const records = await readAffiliates(db)
    const affiliates = records.affiliations
      .filter((each) => holdsOn(each, then))
      .filter((each) => !unitId || each.unitId === unitId || each.toUnitId === unitId)
      .map(({ id: _, ...each }) => asToldOn(each, then, current))
    const shown = new Set(affiliates.map((each) => each.unitId))
    return {
      asOf: then,
      affiliates: affiliates
        .map((each) => ({ ...each, name: unitName(each.unitId), toUnitName: unitName(each.toUnitId) }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
      rights: rightsOn(records, seatsOn(await readBodies(db), then), then)
        .filter((right) => shown.has(right.unitId) && (!bodyId || right.bodyId === bodyId))
        .map((right) => ({
          ...right,
          bodyName: names.bodies.get(right.bodyId)?.name ?? '',
          unitName: unitName(right.unitId),
        })),
    }
  },
})
