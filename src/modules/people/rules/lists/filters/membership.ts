import { z } from 'zod'
import { membershipKinds, standings } from '../../membership.ts'
import { filterRule, type Reference } from '../filter.ts'

const day = z.iso.date()

/**
 * In which standing somebody belongs: as of a day (today when none is said), or ended between two days. `paid` is the
 * day until which the fee is paid; who has none there is in no such span.
 */
export const membershipRule = filterRule({
  name: 'membership',
  part: 'memberships',
  input: z
    .strictObject({
      standing: z.array(z.enum(standings)).min(1, 'list.choose').max(standings.length),
      unitId: z.uuid().optional(),
      below: z.boolean().default(true),
      kind: z.array(z.enum(membershipKinds)).max(membershipKinds.length).optional(),
      sinceFrom: day.optional(),
      sinceTo: day.optional(),
      paidFrom: day.optional(),
      paidTo: day.optional(),
      endedFrom: day.optional(),
      endedTo: day.optional(),
      asOf: day.optional(),
    })
    .refine(({ asOf, endedFrom, endedTo }) => !asOf || !(endedFrom ?? endedTo), {
      error: 'list.asOfOrEnded',
      path: ['asOf'],
    }),
  fields: [
    { name: 'standing', as: 'choices', options: standings },
    { name: 'unitId', as: 'unit' },
    { name: 'below', as: 'yesNo' },
    { name: 'kind', as: 'choices', options: membershipKinds, optional: true },
    { name: 'sinceFrom', as: 'day', optional: true },
    { name: 'sinceTo', as: 'day', optional: true },
    { name: 'paidFrom', as: 'day', optional: true },
    { name: 'paidTo', as: 'day', optional: true },
    { name: 'endedFrom', as: 'day', optional: true },
    { name: 'endedTo', as: 'day', optional: true },
    { name: 'asOf', as: 'day', optional: true },
  ],
  phrase: (input, names) => ({
    key: 'say.membership',
    params: {
      standing: { oneOf: input.standing.map((each) => `say.standing.${each}`) },
      kind: input.kind?.length ? { oneOf: input.kind.map((each) => `say.kind.${each}`) } : 'none',
      hasKind: input.kind?.length ? 'yes' : 'none',
      where: input.unitId ? (input.below ? 'below' : 'only') : 'none',
      unit: (input.unitId && names.get(input.unitId)) ?? '',
      sinceFrom: input.sinceFrom ?? 'none',
      sinceTo: input.sinceTo ?? 'none',
      paidFrom: input.paidFrom ?? 'none',
      paidTo: input.paidTo ?? 'none',
      endedFrom: input.endedFrom ?? 'none',
      endedTo: input.endedTo ?? 'none',
      asOf: input.asOf ?? 'none',
    },
  }),
  references: ({ unitId, below }): Reference[] => (unitId ? [{ kind: 'unit', id: unitId, below }] : []),
  holds(input, { memberships }, world) {
    const { standing, kind, unitId, below } = input
    const units = unitId ? (below ? world.unitsBelow(unitId) : new Set([unitId])) : null
    const ended = input.endedFrom !== undefined || input.endedTo !== undefined
    const asOf = input.asOf ?? world.today
    return memberships.some(
      (each) =>
        standing.includes(each.status) &&
        (!kind?.length || kind.includes(each.kind)) &&
        (!units || units.has(each.unitId)) &&
        isBetween(each.from, input.sinceFrom, input.sinceTo) &&
        isBetween(each.paidUntil, input.paidFrom, input.paidTo) &&
        (ended
          ? isBetween(each.to, input.endedFrom, input.endedTo)
          : each.from <= asOf && (each.to === null || each.to >= asOf)),
    )
  },
})

/** Does a day lie between two, both included? Nothing asked, nothing required; no day lies in no span. */
function isBetween(value: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  return value !== null && (from === undefined || value >= from) && (to === undefined || value <= to)
}
