import { z } from 'zod'
import { asToldOn, readBodies, readMandateSources, seatsOn } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { fullName } from '../../rules/names.ts'
import { groupMemberships } from '../../rules/posts/group-members.ts'
import { heldOn } from '../../rules/posts/holding.ts'
import { fillingsOn } from '../../rules/posts/seats.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { hiddenHolders } from '../../store/posts/hidden-holders.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readBodyMembers } from '../../store/posts/read-body-members.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { toldTerm } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { day, openPolicy, termShape } from './post-shapes.ts'

/**
 * Who held what in a body on a day: each seat with its holders and how many are vacant, the members of a network, and those
 * who are members of a council group by their mandates. With those who held something before.
 */
export const getBodyHolders = personalReadOperation({
  name: 'get-body-holders',
  summary: 'Who held which seat in a body on a day, what was vacant, and who has held them before.',
  route: 'GET /people/posts/bodies/{bodyId}',
  policy: openPolicy,
  input: z.object({ bodyId: z.uuid(), asOf: day.optional() }),
  output: z.object({
    asOf: day,
    seats: z.array(
      z.object({
        seatId: z.uuid(),
        number: z.number().int(),
        holders: z.array(termShape),
        /** How many hold it who are not shown. */
        hidden: z.number().int(),
        vacant: z.number().int(),
        over: z.number().int(),
      }),
    ),
    /** Terms that had ended; without a day of its own also those yet to come. */
    others: z.array(termShape),
    members: z.array(z.object({ id: z.uuid(), personId: z.uuid(), name: z.string(), validFrom: day })),
    groupMembers: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        since: day,
        mandates: z.array(z.object({ publicBodyId: z.uuid(), name: z.string() })),
      }),
    ),
    /** Former members of a council group, with the day after which they dropped out. */
    formerGroupMembers: z.array(z.object({ personId: z.uuid(), name: z.string(), lastDay: day })),
  }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, aboutPersonIds: personsIn(output) }),
  async run({ db, now }, { bodyId, asOf }) {
    const records = await readBodies(db)
    found(records.bodies.find((body) => body.id === bodyId))
    const then = asOf ?? today(now)
    const names = await readPostNames(db, then)
    const terms = (await readTerms(db, { bodyId })).map((term) => asToldOn(term, then, today(now)))
    const hidden = await hiddenHolders(db, then)
    const seats = seatsOn(records, then).filter((seat) => seat.bodyId === bodyId)
    const held = heldOn(terms, then)
    const shown = new Set(held.map((term) => term.id))
    const sources = (await readMandateSources(db)).filter((source) => source.bodyId === bodyId)
    const mandates = await readMandates(db, { publicBodyIds: sources.map((source) => source.publicBodyId) })
    const people = new Map(mandates.map((mandate) => [mandate.personId, fullName(mandate)]))
    const memberships = groupMemberships(mandates, sources)
    const current = heldOn(memberships, then)
    const inGroup = new Set(current.map((member) => member.personId))
    const covered = new Set(heldOn(sources, then).map((source) => source.publicBodyId))
    return {
      asOf: then,
      seats: fillingsOn(seats, terms, then, hidden).map(({ seatId, number, vacant, over }) => ({
        seatId,
        number,
        vacant,
        over,
        hidden: hidden.get(seatId) ?? 0,
        holders: held.filter((term) => term.postId === seatId).map((term) => toldTerm(term, names.bodies)),
      })),
      others: terms
        .filter((term) => !shown.has(term.id) && (then >= today(now) || term.validFrom <= then))
        .map((term) => toldTerm(term, names.bodies))
        .toReversed(),
      members: await readBodyMembers(db, bodyId, then),
      groupMembers: current
        .map(({ personId, validFrom }) => ({
          personId,
          name: people.get(personId) ?? '',
          since: validFrom,
          mandates: heldOn(mandates, then)
            .filter((mandate) => mandate.personId === personId && covered.has(mandate.postId))
            .map((mandate) => ({
              publicBodyId: mandate.postId,
              name: names.publicBodies.get(mandate.postId) ?? '',
            })),
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
      formerGroupMembers: memberships.flatMap(({ personId, validTo }) =>
        validTo !== null && validTo < then && !inGroup.has(personId)
          ? [{ personId, name: people.get(personId) ?? '', lastDay: validTo }]
          : [],
      ),
    }
  },
})
