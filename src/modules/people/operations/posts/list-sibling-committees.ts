import { z } from 'zod'
import { asToldOn, publicBodyShape, readPublicBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { heldOn, type Dated } from '../../rules/posts/holding.ts'
import { siblingGroups } from '../../rules/posts/siblings.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { toldMandate } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { day, mandateShape, openPolicy } from './post-shapes.ts'

/** Committees of different municipalities that decide about the same, and who of ours sits in them. */
export const listSiblingCommittees = personalReadOperation({
  name: 'list-sibling-committees',
  summary:
    'Committees of different municipalities with the same policy area, and who of ours sits in them on a day.',
  route: 'GET /people/posts/siblings',
  policy: openPolicy,
  input: z.object({ asOf: day.optional() }),
  output: z.object({
    asOf: day,
    groups: z.array(
      z.object({
        policyArea: z.string(),
        committees: z.array(publicBodyShape.extend({ holders: z.array(mandateShape) })),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { groups }) => ({ kind: 'mandate', id: null, aboutPersonIds: personsIn(groups) }),
  async run({ db, now }, { asOf }) {
    const then = asOf ?? today(now)
    const told = <Row extends Dated>(row: Row) => asToldOn(row, then, today(now))
    const held = Map.groupBy(heldOn(await readMandates(db), then).map(told), (mandate) => mandate.postId)
    return {
      asOf: then,
      groups: siblingGroups(await readPublicBodies(db, then)).map(({ policyArea, committees }) => ({
        policyArea,
        committees: committees.map((body) => ({
          ...told(body),
          holders: (held.get(body.id) ?? []).map(toldMandate),
        })),
      })),
    }
  },
})
