import { Decimal } from 'decimal.js'

/** Amounts a year, as exact decimal texts; null for a blank, which is not 0. */
export type YearAmounts = Readonly<Record<string, string | null>>

/** Something that may carry a priority, as its module tells of it. */
export type CarryingThing = {
  kind: string
  id: string
  title: string
  /** What it stands in: a book, a campaign. */
  group: string
  address: string
  /** In which unit its amounts are counted (`mnkr`), and how many decimals they are printed with. */
  amounts: { unit: string; decimals: number; years: YearAmounts } | null
}

/** That a thing is tagged to a priority. */
export type TagOn = { priorityId: string; kind: string; thingId: string }

/** Amounts of several things together, each unit for itself. */
export type AmountSums = { unit: string; decimals: number; years: { year: string; amount: string | null }[] }

export type Coverage = {
  priorities: {
    id: string
    /** How many of each kind carry it. */
    counts: Record<string, number>
    sums: AmountSums[]
    things: CarryingThing[]
  }[]
  /** What carries no priority of the list. */
  without: CarryingThing[]
  /** All that carries something, each thing once however many priorities it carries. */
  counts: Record<string, number>
  sums: AmountSums[]
  /** Things that carry more than one priority, and so stand in more than one of the sums above. */
  shared: number
}

// A clone: the sums of budgets must not hang on what else is set. 60 digits hold more than any sum there can be.
const Exact = Decimal.clone({ precision: 60, toExpNeg: -40, toExpPos: 60 })

/** What carries which priority, and what carries none. A tag of a thing that is no longer there counts for nothing. */
export function coverageOf(
  priorities: readonly { id: string }[],
  things: readonly CarryingThing[],
  tags: readonly TagOn[],
): Coverage {
  const known = new Set(priorities.map((priority) => priority.id))
  const carries = Map.groupBy(
    tags.filter((tag) => known.has(tag.priorityId)),
    (tag) => keyOf(tag.kind, tag.thingId),
  )
  const carried = (thing: CarryingThing) => carries.get(keyOf(thing.kind, thing.id)) ?? []
  const carrying = things.filter((thing) => carried(thing).length > 0)
  return {
    priorities: priorities.map(({ id }) => {
      const own = carrying.filter((thing) => carried(thing).some((tag) => tag.priorityId === id))
      return { id, counts: countKinds(own), sums: sumAmounts(own), things: own }
    }),
    without: things.filter((thing) => carried(thing).length === 0),
    counts: countKinds(carrying),
    sums: sumAmounts(carrying),
    shared: carrying.filter((thing) => new Set(carried(thing).map((tag) => tag.priorityId)).size > 1).length,
  }
}

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`
}

/** How many there are of each kind. */
export function countKinds(things: readonly CarryingThing[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of things) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/**
 * The sums of what things say a year, exact. What is counted in different units is not added up; a year in which all are
 * blank is blank, not 0.
 */
export function sumAmounts(things: readonly CarryingThing[]): AmountSums[] {
  const units = Map.groupBy(
    things.flatMap((thing) => thing.amounts ?? []),
    (amounts) => amounts.unit,
  )
  return [...units].map(([unit, all]) => {
    const years = [...new Set(all.flatMap((amounts) => Object.keys(amounts.years)))].toSorted()
    return {
      unit,
      decimals: Math.max(...all.map((amounts) => amounts.decimals)),
      years: years.map((year) => ({
        year,
        amount: exactSum(all.map((amounts) => amounts.years[year] ?? null)),
      })),
    }
  })
}

/** The exact sum of decimal texts; null when there is none but blanks. */
export function exactSum(texts: readonly (string | null)[]): string | null {
  const written = texts.filter((text) => text !== null)
  if (written.length === 0) return null
  return written.reduce((sum, text) => sum.plus(text), new Exact(0)).toFixed()
}
