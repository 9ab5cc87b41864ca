import type { Amount } from '../amount.ts'
import type { VersionChange, VersionPlace } from './difference-of-versions.ts'
import type { Adjustment, AmountByYear, CashPolicy, Override, TaxStep, Version } from './version.ts'

/**
 * The version with one change made to it. What is added comes whole from `source`, at the place it has there as far as
 * its neighbours are known. A change of something that is not there changes nothing.
 */
export function applyChange(version: Version, { place, after }: VersionChange, source: Version): Version {
  switch (place.of) {
    case 'adjustment':
      if (place.field === 'exists')
        return {
          ...version,
          adjustments: added(version.adjustments, source.adjustments, place.id, after === true),
        }
      return withAdjustment(version, place.id, (each) => ({ ...each, [place.field]: after }))
    case 'adjustmentAmount':
      return withAdjustment(version, place.id, (each) => ({
        ...each,
        amounts: withYear(each.amounts, place.year, after),
      }))
    case 'taxBase':
      return { ...version, tax: { ...version.tax, base: withYear(version.tax.base, place.year, after) } }
    case 'taxStep':
      if (place.field === 'exists') {
        return {
          ...version,
          tax: {
            ...version.tax,
            steps: added(version.tax.steps, source.tax.steps, place.id, after === true),
          },
        }
      }
      return withStep(version, place.id, (each) => ({ ...each, label: String(after) }))
    case 'taxStepÖre':
      return withStep(version, place.id, (each) => ({ ...each, öre: withYear(each.öre, place.year, after) }))
    case 'cashPolicy':
      return { ...version, cashPolicy: after as CashPolicy }
    case 'override':
      return { ...version, overrides: withOverride(version.overrides, source.overrides, place, after) }
    case 'order':
      return { ...version, adjustments: inOrderOf(version.adjustments, source.adjustments) }
  }
}

function withAdjustment(version: Version, id: string, change: (each: Adjustment) => Adjustment): Version {
  return {
    ...version,
    adjustments: version.adjustments.map((each) => (each.id === id ? change(each) : each)),
  }
}

function withStep(version: Version, id: string, change: (each: TaxStep) => TaxStep): Version {
  return {
    ...version,
    tax: { ...version.tax, steps: version.tax.steps.map((each) => (each.id === id ? change(each) : each)) },
  }
}

/** undefined takes the year away: it is blank again. */
function withYear(amounts: AmountByYear, year: number, value: VersionChange['after']): AmountByYear {
  const { [year]: _, ...others } = amounts
  return value === undefined ? others : { ...others, [year]: value as Amount }
}

function added<Item extends { id: string }>(
  items: readonly Item[],
  source: readonly Item[],
  id: string,
  there: boolean,
): Item[] {
  const others = items.filter((each) => each.id !== id)
  const at = source.findIndex((each) => each.id === id)
  const item = source[at]
  if (!there || item === undefined) return others
  const before = source.slice(0, at).findLast((each) => others.some((other) => other.id === each.id))
  const place = before === undefined ? 0 : others.findIndex((each) => each.id === before.id) + 1
  return [...others.slice(0, place), item, ...others.slice(place)]
}

function withOverride(
  overrides: readonly Override[],
  source: readonly Override[],
  place: VersionPlace & { of: 'override' },
  after: VersionChange['after'],
): Override[] {
  const same = (each: Override): boolean =>
    each.table === place.table && each.row === place.row && each.column === place.column
  if (place.field !== 'exists')
    return overrides.map((each) => (same(each) ? { ...each, [place.field]: after } : each))
  const others = overrides.filter((each) => !same(each))
  return after === true ? [...others, ...source.filter(same)] : others
}

/** The items in the order the source has them; those it does not have stay after the item they stood after. */
function inOrderOf<Item extends { id: string }>(items: readonly Item[], source: readonly Item[]): Item[] {
  const place = new Map(source.map((each, at) => [each.id, at]))
  const sorted = items
    .filter((each) => place.has(each.id))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const result = [...sorted]
  for (const [at, item] of items.entries()) {
    if (place.has(item.id)) continue
    const before = items[at - 1]
    const after = before === undefined ? 0 : result.findIndex((each) => each.id === before.id) + 1
    result.splice(after, 0, item)
  }
  return result
}
