import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { holdsOn } from '../../rules/posts/holding.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { toldMandate } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { mandateShape, openPolicy, day } from '../posts/post-shapes.ts'

/** Which posts each agreement has given, whenever, and how many of them somebody held on a day. */
export const listAgreementPosts = personalReadOperation({
  name: 'list-agreement-posts',
  summary: 'Posts in public bodies by the agreement that gave them, and who held them on a day.',
  route: 'GET /people/posts/agreements',
  policy: openPolicy,
  input: z.object({ asOf: day.optional() }),
  output: z.object({
    asOf: day,
    agreements: z.array(
      z.object({
        name: z.string(),
        held: z.number().int(),
        posts: z.array(mandateShape.extend({ bodyName: z.string(), holds: z.boolean() })),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { agreements }) => ({ kind: 'mandate', id: null, aboutPersonIds: personsIn(agreements) }),
  async run({ db, now }, { asOf }) {
    const then = asOf ?? today(now)
    const names = (await readPostNames(db, then)).publicBodies
    const given = (await readMandates(db)).filter(({ viaAgreement }) => viaAgreement !== '')
    return {
      asOf: then,
      agreements: [...Map.groupBy(given, ({ viaAgreement }) => viaAgreement)]
        .map(([name, mandates]) => ({
          name,
          held: mandates.filter((mandate) => holdsOn(mandate, then)).length,
          posts: mandates
            .map((mandate) => ({
              ...toldMandate(mandate),
              bodyName: names.get(mandate.postId) ?? '',
              holds: holdsOn(mandate, then),
            }))
            .toSorted(
              (one, other) =>
                Number(other.holds) - Number(one.holds) || one.bodyName.localeCompare(other.bodyName, 'sv'),
            ),
        }))
        .toSorted((one, other) => other.held - one.held || one.name.localeCompare(other.name, 'sv')),
    }
  },
})
