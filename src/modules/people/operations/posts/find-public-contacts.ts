import { sql } from 'kysely'
import { z } from 'zod'
import {
  bodiesOn,
  municipalities,
  nearestNames,
  placeCalled,
  regions,
  readBodies,
  readPublicBodies,
  readRoleKinds,
  seatsOn,
} from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { matchesWords } from '../../rules/posts/contacts.ts'
import { fullName } from '../../rules/names.ts'

type PublicHolder = {
  post_id: string
  given_name: string
  family_name: string
  seat_kind: string
  post: string
  party_group: string
}

const holder = z.object({ name: z.string(), post: z.string(), deputy: z.boolean() })

/**
 * Whom to turn to in a municipality or a unit: bodies and roles with their own addresses. Names only of those whom the
 * organisation has marked as public; never a private address, never anybody whose identity is protected.
 */
export const findPublicContacts = readOperation({
  name: 'find-public-contacts',
  summary:
    'Whom to turn to in a municipality or unit: bodies and roles with their own addresses, for everybody.',
  route: 'GET /public/contacts',
  policy: { allow: 'everyone' },
  input: z.object({ words: z.string().trim().max(100).optional() }),
  output: z.object({
    units: z.array(
      z.object({
        name: z.string(),
        bodies: z.array(
          z.object({
            name: z.string(),
            contactAddress: z.string(),
            roles: z.array(
              z.object({ label: z.string(), contactAddress: z.string(), holders: z.array(z.string()) }),
            ),
          }),
        ),
        publicBodies: z.array(z.object({ name: z.string(), areaName: z.string(), holders: z.array(holder) })),
      }),
    ),
    /** What the words were taken to mean, when nothing answers to them as they were written; null otherwise. */
    meant: z.string().nullable(),
    /** Were there more than are shown? */
    more: z.boolean(),
  }),
  example: () => ({ words: 'styrelsen' }),
  async run({ db, now }, { words = '' }) {
    const day = today(now)
    const units = await db
      .selectFrom('organisation.unit')
      .select(['id', 'name'])
      .where('valid_to', 'is', null)
      .orderBy('name')
      .execute()
    const records = await readBodies(db)
    const bodies = bodiesOn(records, day)
    const seats = seatsOn(records, day)
    const publicBodies = await readPublicBodies(db, day)
    const roles = new Map((await readRoleKinds(db)).map((kind) => [kind.key, kind.singular]))
    const { rows } = await sql<PublicHolder>`
      select post_id, given_name, family_name, seat_kind, post, party_group
      from people.public_holders(${day}::date)`.execute(db)
    const holders = Map.groupBy(rows, (row) => row.post_id)
    const names = (postId: string) =>
      (holders.get(postId) ?? []).map((row) =>
        fullName({ givenName: row.given_name, familyName: row.family_name }),
      )
    const answering = units.flatMap((unit) => {
      const ownBodies = bodies
        .filter((body) => body.unitId === unit.id)
        .map((body) => ({
          name: body.name,
          contactAddress: body.contactAddress,
          roles: seats
            .filter((seat) => seat.bodyId === body.id)
            .map((seat) => ({
              label: seat.title || roles.get(seat.roleKind) || seat.roleKind,
              contactAddress: seat.contactAddress,
              holders: names(seat.id),
            }))
            .filter((role) => role.contactAddress !== '' || role.holders.length > 0),
        }))
        .filter((body) => body.contactAddress !== '' || body.roles.length > 0)
      const ownPublic = publicBodies.filter((body) => body.unitId === unit.id)
      const areas = ownPublic.flatMap((body) => [body.areaName, body.areaCode])
      const shown = {
        name: unit.name,
        bodies: ownBodies,
        publicBodies: ownPublic
          .map((body) => ({
            name: body.name,
            areaName: body.areaName,
            holders: (holders.get(body.id) ?? []).map((row) => ({
              name: fullName({ givenName: row.given_name, familyName: row.family_name }),
              post: row.post,
              deputy: row.seat_kind === 'deputy',
            })),
          }))
          .filter((body) => body.holders.length > 0),
      }
      const calledBy = [unit.name, ...areas]
      return shown.bodies.length + shown.publicBodies.length > 0 ? [{ shown, calledBy }] : []
    })
    const called = (text: string) => answering.filter(({ calledBy }) => matchesWords(calledBy, text))
    let meant: string | null = null
    let all = words === '' ? answering : called(words)
    if (all.length === 0) {
      // `Östersunds kommun` is Östersund, and who leaves out a letter is understood all the same.
      const own = answering.flatMap(({ calledBy }) => calledBy).filter((name) => !/^[0-9]*$/.test(name))
      const place = placeCalled(words)
      const near = nearestNames(words, [...own, ...[...municipalities, ...regions].map(({ name }) => name)])
      for (const name of [...(place ? [place.name, place.code] : []), ...near]) {
        const found = called(name)
        meant ??= name === place?.code ? place.name : name
        if (found.length === 0) continue
        meant = name === place?.code ? place.name : name
        all = found
        break
      }
    }
    return { units: all.slice(0, most).map(({ shown }) => shown), meant, more: all.length > most }
  },
})

const most = 30
