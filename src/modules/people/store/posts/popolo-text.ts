import type { Transaction } from 'kysely'
import { bodiesOn, readBodies } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import { holdsOn } from '../../rules/posts/holding.ts'
import { popoloOf } from '../../rules/posts/popolo.ts'
import { topUnitOf } from '../../rules/registers/plan-units.ts'
import { readPostNames } from './post-names.ts'
import { readMandates } from './read-mandates.ts'
import { readTerms, type Term } from './read-terms.ts'

/** Whose names are told: those that the organisation has marked as public, or everybody's who is not protected. */
export const popoloNames = ['public', 'all'] as const
export type PopoloNames = (typeof popoloNames)[number]

/**
 * The organisation's bodies, posts and mandates as Popolo JSON, as far as the caller may see them.
 * @param day today: a seat's holder is public when the seat is so today, or was on the holder's last day
 */
export async function popoloText(
  db: Transaction<Tables>,
  day: string,
  names: PopoloNames = 'all',
): Promise<{ text: string; personIds: string[] }> {
  const words = await readPostNames(db)
  const records = await readBodies(db)
  const units = await db
    .selectFrom('organisation.unit')
    .select(['id', 'name', 'kind', 'parent_id as parentId', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
  const publicBodies = await db
    .selectFrom('organisation.public_body')
    .select([
      'id',
      'kind',
      'level',
      'area_name as areaName',
      'area_code as areaCode',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute()
  const publicNames = await db
    .selectFrom('organisation.public_body_record')
    .select(['public_body_id as id', 'name'])
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  const nameOf = new Map(publicNames.map((row) => [row.id, row.name]))
  const isPublicSeat = (term: Term) => {
    const then = term.validTo !== null && term.validTo < day ? term.validTo : day
    return records.numbers.some((row) => row.seatId === term.postId && row.namePublic && holdsOn(row, then))
  }
  const terms = (await readTerms(db)).filter((term) => names === 'all' || isPublicSeat(term))
  const mandates = (await readMandates(db)).filter((mandate) => names === 'all' || mandate.namePublic)
  const persons = new Map([...terms, ...mandates].map((row) => [row.personId, row]))
  const numbers = new Map(records.numbers.map((row) => [row.seatId, row]))
  const popolo = popoloOf({
    topUnitId: topUnitOf(units)?.id ?? null,
    units,
    bodies: records.bodies.flatMap((body) => {
      // As it is today, or as it was when it ended.
      const last = bodiesOn(records, body.validTo ?? day).find((each) => each.id === body.id)
      return last ? [{ ...last, parentId: last.parentId ?? last.unitId }] : []
    }),
    publicBodies: publicBodies.map((body) => ({
      ...body,
      name: nameOf.get(body.id) ?? '',
    })),
    seats: records.seats.map((seat) => ({
      ...seat,
      label: words.seats.get(seat.id)?.label ?? seat.roleKind,
      role: seat.roleKind,
      contactAddress: numbers.get(seat.id)?.contactAddress ?? '',
    })),
    persons: [...persons.values()].map(({ personId, givenName, familyName }) => ({
      id: personId,
      givenName,
      familyName,
    })),
    terms: terms.map((term) => ({
      ...term,
      seatId: term.postId,
      role: words.seats.get(term.postId)?.role ?? '',
    })),
    mandates: mandates.map((mandate) => ({
      ...mandate,
      publicBodyId: mandate.postId,
      role: mandate.post || mandate.seatKind,
    })),
  })
  return { text: JSON.stringify(popolo, null, 2), personIds: [...persons.keys()] }
}
