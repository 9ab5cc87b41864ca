import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../../inside-roles.ts'
import { asToldOn } from '../../rules/unit-records.ts'
import { readPublicBodies } from '../../store/bodies/read-public-bodies.ts'
import { publicBodyShape } from './body-shapes.ts'

/** Councils, committees and others in which mandates are held, as they stood on a day. */
export const listPublicBodies = readOperation({
  name: 'list-public-bodies',
  summary: 'Public bodies (councils, committees) in which mandates are held, as they stood on a day.',
  route: 'GET /public-bodies',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional() }),
  output: z.object({ asOf: z.iso.date(), publicBodies: z.array(publicBodyShape) }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const day = asOf ?? today(now)
    const publicBodies = await readPublicBodies(db, day)
    return { asOf: day, publicBodies: publicBodies.map((body) => asToldOn(body, day, today(now))) }
  },
})
