import { dayAfter } from '../days.ts'
import type { Dated, Holding } from './holding.ts'

/** From when to when mandates in a public body make members of a group. */
export type MandateSource = Dated & { publicBodyId: string }

/** Somebody is a member of a council group, by one mandate after another. */
export type GroupMembership = Dated & { personId: string }

/**
 * Who has been a member of a council group, and when. It follows from the mandates and nothing else: whoever loses the
 * last one has dropped out from the day after.
 * @param mandates whose post is the public body they are in
 */
export function groupMemberships(
  mandates: readonly Holding[],
  sources: readonly MandateSource[],
): GroupMembership[] {
  const spans = mandates.flatMap(({ personId, postId, ...mandate }) =>
    sources
      .filter((source) => source.publicBodyId === postId)
      .map((source) => ({ personId, ...common(mandate, source) }))
      .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom),
  )
  return [...Map.groupBy(spans, (span) => span.personId).values()].flatMap(joined)
}

/** The days that two have in common; none when the last is before the first. */
function common(one: Dated, other: Dated): Dated {
  const ends = [one.validTo, other.validTo].filter((day) => day !== null).toSorted()
  return {
    validFrom: one.validFrom > other.validFrom ? one.validFrom : other.validFrom,
    validTo: ends[0] ?? null,
  }
}

/** Spans of one person that touch or overlap, as one. */
function joined(spans: readonly GroupMembership[]): GroupMembership[] {
  const whole: GroupMembership[] = []
  for (const span of spans.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
    const last = whole.at(-1)
    if (!last || (last.validTo !== null && dayAfter(last.validTo) < span.validFrom)) {
      whole.push({ ...span })
    } else if (last.validTo !== null && (span.validTo === null || span.validTo > last.validTo)) {
      last.validTo = span.validTo
    }
  }
  return whole
}
