import { z } from 'zod'
import { asToldOn, publicBodyShape, readPublicBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { matchesWords } from '../../rules/posts/contacts.ts'
import { heldOn, type Dated } from '../../rules/posts/holding.ts'
import { hiddenHolders } from '../../store/posts/hidden-holders.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { toldMandate } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { day, mandateShape, openPolicy } from './post-shapes.ts'

/** Who sat in which public body on a day, exactly; narrowed by body, municipality, policy area or words. */
export const listMandates = personalReadOperation({
  name: 'list-mandates',
  summary: 'Who sat in which public body on a day; by body, municipality, policy area, agreement or words.',
  route: 'GET /people/posts/mandates',
  policy: openPolicy,
  input: z.object({
    asOf: day.optional(),
    publicBodyId: z.uuid().optional(),
    /** The name of a municipality or region. */
    area: z.string().trim().max(200).optional(),
    policyArea: z.string().trim().max(100).optional(),
    /** Parts of the names of bodies, places and persons. */
    words: z.string().trim().max(100).optional(),
    /** Only posts that an agreement gave. */
    byAgreement: z.boolean().optional(),
    /** Only those that this one gave. */
    agreement: z.string().trim().max(300).optional(),
  }),
  output: z.object({
    asOf: day,
    bodies: z.array(publicBodyShape.extend({ holders: z.array(mandateShape), hidden: z.number().int() })),
    /** What can be chosen from, on that day. */
    areas: z.array(z.string()),
    policyAreas: z.array(z.string()),
    agreements: z.array(z.string()),
  }),
  example: () => ({}),
  audit: (input, { bodies }) => ({
    kind: 'mandate',
    id: input.publicBodyId ?? null,
    aboutPersonIds: personsIn(bodies),
  }),
  async run({ db, now }, { asOf, publicBodyId, area, policyArea, words, byAgreement, agreement }) {
    const then = asOf ?? today(now)
    const told = <Row extends Dated>(row: Row) => asToldOn(row, then, today(now))
    const bodies = await readPublicBodies(db, then)
    const hidden = await hiddenHolders(db, then)
    const held = Map.groupBy(heldOn(await readMandates(db), then).map(told), (mandate) => mandate.postId)
    return {
      asOf: then,
      bodies: bodies
        .filter((body) => !publicBodyId || body.id === publicBodyId)
        .filter((body) => !area || body.areaName === area)
        .filter((body) => !policyArea || body.policyArea === policyArea)
        .flatMap((body) => {
          const own = (held.get(body.id) ?? [])
            .filter((mandate) => !byAgreement || mandate.viaAgreement !== '')
            .filter((mandate) => !agreement || mandate.viaAgreement === agreement)
            .map(toldMandate)
          const place = [body.name, body.areaName, body.areaCode, body.policyArea]
          const all = !words || matchesWords(place, words)
          const holders = all
            ? own
            : own.filter((each) => matchesWords([...place, each.name, each.partyGroup], words))
          if ((!all || byAgreement || agreement) && holders.length === 0) return []
          return [{ ...told(body), holders: holders.toSorted(byWeight), hidden: hidden.get(body.id) ?? 0 }]
        }),
      areas: distinct(bodies.map((body) => body.areaName)),
      policyAreas: distinct(bodies.map((body) => body.policyArea)),
      agreements: distinct([...held.values()].flat().map((mandate) => mandate.viaAgreement)),
    }
  },
})

type Told = ReturnType<typeof toldMandate>

const posts = ['chair', 'viceChair', 'secondViceChair', 'groupLeader', '']

/** The presidium first, then ordinary members, then deputies; by name. */
function byWeight(one: Told, other: Told): number {
  return (
    posts.indexOf(one.post) - posts.indexOf(other.post) ||
    Number(one.seatKind === 'deputy') - Number(other.seatKind === 'deputy') ||
    one.name.localeCompare(other.name, 'sv')
  )
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts.filter(Boolean))].toSorted((one, other) => one.localeCompare(other, 'sv'))
}
