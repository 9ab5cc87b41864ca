import { dayAfter } from '../days.ts'
import { holdsOn, overlap, type Dated, type Holding } from './holding.ts'

/** How many there are of a seat, from a day to a day. */
export type SeatNumber = Dated & { seatId: string; number: number }

/** How a seat was filled on a day. */
export type Filling = { seatId: string; number: number; held: number; vacant: number; over: number }

/**
 * How the seats were filled on a day: how many were held, vacant, or held by more than there are.
 * @param hidden how many hold each who are not shown
 */
export function fillingsOn(
  seats: readonly { id: string; number: number }[],
  holdings: readonly Holding[],
  day: string,
  hidden: ReadonlyMap<string, number> = new Map(),
): Filling[] {
  const held = Map.groupBy(
    holdings.filter((holding) => holdsOn(holding, day)),
    (holding) => holding.postId,
  )
  return seats.map(({ id, number }) => {
    const holders = (held.get(id)?.length ?? 0) + (hidden.get(id) ?? 0)
    return {
      seatId: id,
      number,
      held: holders,
      vacant: Math.max(0, number - holders),
      over: Math.max(0, holders - number),
    }
  })
}

/** Why somebody cannot have a seat: the key of the sentence that says it, and the day it speaks of. */
export type SeatFault = { fault: 'post.alreadyHeld' | 'post.noSeatLeft' | 'post.noSeatThen'; day: string }

/**
 * Can somebody have a seat from a day to a day? On every one of those days there must be one that nobody has.
 * @param numbers how many there were of it through the years
 * @param holdings those who have it or have had it
 * @param hidden how many have it who are not shown
 */
export function seatFault(
  numbers: readonly SeatNumber[],
  holdings: readonly Holding[],
  wanted: Dated & { personId: string },
  hidden = 0,
): SeatFault | null {
  const own = holdings.find((each) => each.personId === wanted.personId && overlap(each, wanted))
  if (own) {
    return {
      fault: 'post.alreadyHeld',
      day: own.validFrom > wanted.validFrom ? own.validFrom : wanted.validFrom,
    }
  }
  // Something is otherwise only from the first day of a row, so these days stand for all between.
  const begins = [...numbers, ...holdings].map((row) => row.validFrom)
  const ends = numbers.flatMap((row) => (row.validTo === null ? [] : [dayAfter(row.validTo)]))
  const days = [wanted.validFrom, ...begins, ...ends].filter((day) => holdsOn(wanted, day))
  for (const day of [...new Set(days)].toSorted()) {
    const number = numbers.find((row) => holdsOn(row, day))?.number ?? 0
    // A seat that ends later takes those who sit in it along; it must only be there when they sit down.
    if (number === 0 && day === wanted.validFrom) return { fault: 'post.noSeatThen', day }
    const held = holdings.filter((each) => holdsOn(each, day)).length + hidden
    if (number > 0 && held >= number) return { fault: 'post.noSeatLeft', day }
  }
  return null
}
