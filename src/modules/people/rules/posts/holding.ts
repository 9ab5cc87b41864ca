/** What holds from a day to a day, both included, as `YYYY-MM-DD`; without an end while it goes on. */
export type Dated = { validFrom: string; validTo: string | null }

/** Somebody has a post: a seat in one of our bodies, or a mandate in a public body. */
export type Holding = Dated & { id: string; personId: string; postId: string }

/** Does it hold on this day? */
export function holdsOn({ validFrom, validTo }: Dated, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day)
}

/** Have two a day in common? */
export function overlap(one: Dated, other: Dated): boolean {
  return (
    (one.validTo === null || one.validTo >= other.validFrom) &&
    (other.validTo === null || other.validTo >= one.validFrom)
  )
}

/** Who had which post on a day. */
export function heldOn<Row extends Dated>(holdings: readonly Row[], day: string): Row[] {
  return holdings.filter((holding) => holdsOn(holding, day))
}
