import type { Transaction } from 'kysely'
import { bodyKindsOn, readBodies, readUnits, unitSpans } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { RegisterTable } from '../../rules/registers/register-columns.ts'
import { pathOn } from '../../rules/registers/unit-paths.ts'
import { readPostNames } from '../posts/post-names.ts'
import type { RegisterWords } from './register-words.ts'

/** Bodies with what they have been: a row for each time during which nothing of it changed. */
export async function bodyRegister(
  db: Transaction<Tables>,
  day: string,
  { yes }: RegisterWords,
): Promise<RegisterTable> {
  const { bodies, facts } = await readBodies(db)
  const kinds = new Map((await bodyKindsOn(db, day)).map((kind) => [kind.key, kind.singular]))
  const spans = unitSpans(await readUnits(db))
  const units = new Map(bodies.map((body) => [body.id, body.unitId]))
  const names = new Map(facts.map((fact) => [fact.bodyId, fact.name]))
  const unit = (bodyId: string, then: string) => pathOn(spans, units.get(bodyId) ?? '', then).join(' / ')
  return {
    columns: [
      'id',
      'unit',
      'name',
      'kind',
      'parent',
      'isHighest',
      'openToJoin',
      'purpose',
      'contactAddress',
      'from',
      'to',
    ],
    rows: sorted(
      facts.map((fact) => [
        fact.bodyId,
        unit(fact.bodyId, fact.validFrom),
        fact.name,
        kinds.get(fact.kind) ?? fact.kind,
        fact.parentId ? (names.get(fact.parentId) ?? '') : '',
        yes(fact.isHighest),
        yes(fact.openToJoin),
        fact.purpose,
        fact.contactAddress,
        fact.validFrom,
        fact.validTo ?? '',
      ]),
      [1, 2, 9],
    ),
    personIds: [],
  }
}

/** The seats in bodies, and how many there were of each: a row for each time during which the number was the same. */
export async function seatRegister(
  db: Transaction<Tables>,
  day: string,
  { yes }: RegisterWords,
): Promise<RegisterTable> {
  const { bodies, seats, numbers } = await readBodies(db)
  const names = await readPostNames(db)
  const spans = unitSpans(await readUnits(db))
  const units = new Map(bodies.map((body) => [body.id, body.unitId]))
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  return {
    columns: [
      'id',
      'unit',
      'body',
      'role',
      'referenceUnit',
      'number',
      'namePublic',
      'contactAddress',
      'from',
      'to',
    ],
    rows: sorted(
      numbers.flatMap((row) => {
        const seat = seatOf.get(row.seatId)
        if (!seat) return []
        return [
          [
            seat.id,
            pathOn(spans, units.get(seat.bodyId) ?? '', day).join(' / '),
            names.bodies.get(seat.bodyId) ?? '',
            names.seats.get(seat.id)?.label ?? seat.roleKind,
            seat.referenceUnitId ? (names.units.get(seat.referenceUnitId) ?? '') : '',
            String(row.number),
            yes(row.namePublic),
            row.contactAddress,
            row.validFrom,
            row.validTo ?? '',
          ],
        ]
      }),
      [1, 2, 3, 8],
    ),
    personIds: [],
  }
}

/** Rows in the order of these columns. */
export function sorted(rows: string[][], by: readonly number[]): string[][] {
  const collator = new Intl.Collator('sv')
  return rows.toSorted((one, other) => {
    for (const column of by) {
      const order = collator.compare(one[column] ?? '', other[column] ?? '')
      if (order !== 0) return order
    }
    return 0
  })
}
