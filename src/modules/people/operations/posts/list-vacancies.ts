import { z } from 'zod'
import { readBodies, seatsOn } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { fillingsOn } from '../../rules/posts/seats.ts'
import { hiddenHolders } from '../../store/posts/hidden-holders.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { day, openPolicy } from './post-shapes.ts'

/** How the seats of every body were filled on a day: numbers, and nobody's name. */
export const listVacancies = readOperation({
  name: 'list-vacancies',
  summary: 'How many seats of each body were held and vacant on a day.',
  route: 'GET /people/posts/vacancies',
  policy: openPolicy,
  input: z.object({ asOf: day.optional() }),
  output: z.object({
    asOf: day,
    bodies: z.array(
      z.object({
        bodyId: z.uuid(),
        number: z.number().int(),
        held: z.number().int(),
        vacant: z.number().int(),
        over: z.number().int(),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const then = asOf ?? today(now)
    const seats = seatsOn(await readBodies(db), then)
    const bodyOf = new Map(seats.map((seat) => [seat.id, seat.bodyId]))
    const fillings = fillingsOn(seats, await readTerms(db), then, await hiddenHolders(db, then))
    const byBody = Map.groupBy(fillings, (filling) => bodyOf.get(filling.seatId)!)
    return {
      asOf: then,
      bodies: [...byBody].map(([bodyId, own]) => ({
        bodyId,
        number: own.reduce((sum, each) => sum + each.number, 0),
        held: own.reduce((sum, each) => sum + each.held, 0),
        vacant: own.reduce((sum, each) => sum + each.vacant, 0),
        over: own.reduce((sum, each) => sum + each.over, 0),
      })),
    }
  },
})
