import { z } from 'zod'
import { asToldOn } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { fullName } from '../../rules/names.ts'
import { degreeSumsOn } from '../../rules/posts/degrees.ts'
import { heldOn } from '../../rules/posts/holding.ts'
import { postNameOf } from '../../store/posts/post-name-of.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readRemunerations } from '../../store/posts/read-remunerations.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { toldRemuneration } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { day, paidPolicy, remunerationShape } from './post-shapes.ts'

/** Who was paid for what on a day, by degree or hour, with raises for a time, and who was above a full time. */
export const listRemunerations = personalReadOperation({
  name: 'list-remunerations',
  summary:
    'Who was paid for which post on a day, by degree or hour, with raises for a time and sums per person.',
  route: 'GET /people/posts/remunerations',
  policy: paidPolicy,
  input: z.object({ asOf: day.optional() }),
  output: z.object({
    asOf: day,
    persons: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        /** Per cent of a full time, everything together; null for hours only. */
        degree: z.string().nullable(),
        overFull: z.boolean(),
        remunerations: z.array(remunerationShape),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { persons }) => ({ kind: 'remuneration', id: null, aboutPersonIds: personsIn(persons) }),
  async run({ db, now }, { asOf }) {
    const then = asOf ?? today(now)
    const paid = heldOn(await readRemunerations(db), then).map((row) => asToldOn(row, then, today(now)))
    const names = await readPostNames(db, then)
    const terms = await readTerms(db)
    const mandates = await readMandates(db)
    const sums = new Map(degreeSumsOn(paid, then).map((sum) => [sum.personId, sum]))
    const byPerson = [...Map.groupBy(paid, (row) => row.personId)]
    return {
      asOf: then,
      persons: byPerson
        .map(([personId, rows]) => ({
          personId,
          name: fullName(rows[0]!),
          degree: sums.get(personId)?.sum ?? null,
          overFull: sums.get(personId)?.over ?? false,
          remunerations: rows.map((row) =>
            toldRemuneration(row, {
              postName: postNameOf(row, names, terms, mandates),
              unitNames: names.units,
            }),
          ),
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
    }
  },
})
