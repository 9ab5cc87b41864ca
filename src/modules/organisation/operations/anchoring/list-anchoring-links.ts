import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../../inside-roles.ts'
import { asToldOn, holdsOn } from '../../rules/unit-records.ts'
import { readAnchoringLinks } from '../../store/anchoring/read-links.ts'

/** Which units answer for which council groups and district committees, as it stood on a day. */
export const listAnchoringLinks = readOperation({
  name: 'list-anchoring-links',
  summary: 'Which units answer for which council groups and committees, as it stood on a day.',
  route: 'GET /anchoring/links',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({
    unitId: z.uuid().optional(),
    bodyId: z.uuid().optional(),
    asOf: z.iso.date().optional(),
  }),
  output: z.object({
    asOf: z.iso.date(),
    links: z.array(
      z.object({
        id: z.uuid(),
        unitId: z.uuid(),
        unitName: z.string(),
        bodyId: z.uuid(),
        bodyName: z.string(),
        bodyUnitId: z.uuid(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, now }, { unitId, bodyId, asOf }) {
    const current = today(now)
    const day = asOf ?? current
    const links = await readAnchoringLinks(db)
    return {
      asOf: day,
      links: links
        .filter((link) => holdsOn(link, day))
        .filter((link) => (!unitId || link.unitId === unitId) && (!bodyId || link.bodyId === bodyId))
        .map((link) => asToldOn(link, day, current)),
    }
  },
})
