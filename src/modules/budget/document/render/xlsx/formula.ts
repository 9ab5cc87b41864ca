import { amount, ZERO, type Amount } from '../../../rules/amount.ts'
import type { How, Term } from '../../model/explanations.ts'
import type { Places, Values } from './places.ts'

export type FigurePlace = { table: string; row: string; column: string; year: number | null }

/**
 * The formula of a figure, in terms of other cells of the workbook; null when no formula gives exactly the figure that
 * is printed, which then stands as a value. So a formula in the workbook is always true.
 */
export function formulaOf(place: FigurePlace, places: Places, values: Values): string | null {
  const how = values.how(place.table, place.row, place.column)
  const value = values.ours(place.table, place.row, place.column)
  if (how === undefined || value === null || how.terms.length === 0) return null
  if (how.kind === 'computed') return computedFormula(how, value, places, values)
  if (how.kind !== 'sum') return null
  let total = ZERO
  const parts: string[] = []
  for (const term of how.terms) {
    const part = oursOfTerm(term, place, places, values)
    if (part === null) return null
    total = total.plus(part.value)
    parts.push(part.formula)
  }
  return total.eq(value) ? summed(parts) : null
}

/** The same for the base's figure: sums of the base's cells, without our changes. */
export function baseFormulaOf(place: FigurePlace, places: Places, values: Values): string | null {
  const how = values.how(place.table, place.row, place.column)
  const value = values.base(place.table, place.row, place.column)
  if (how === undefined || value === null || how.kind !== 'sum') return null
  if (how.terms.some((term) => term.base)) return null
  let total = ZERO
  const parts: string[] = []
  for (const term of how.terms) {
    if (term.change) continue
    const address = term.to === null ? null : places.base(term.to.table, term.to.row, term.to.column)
    const own = values.baseOfTerm(term)
    if (own === null || address === undefined) return null
    total = total.plus(own.times(term.sign))
    parts.push(`${term.sign < 0 ? '-' : '+'}${address ?? number(own)}`)
  }
  return parts.length > 0 && total.eq(value) ? summed(parts) : null
}

function oursOfTerm(
  term: Term,
  place: FigurePlace,
  places: Places,
  values: Values,
): { formula: string; value: Amount } | null {
  const own = term.value === null ? null : amount(term.value)
  if (own === null) return null
  const signed = own.times(term.sign)
  if (term.reform !== null && place.year !== null) {
    const reform = places.reform(term.reform, place.year)
    // A reform that costs a board money is less on the line it lands on: the same figure with the other sign.
    if (reform?.value?.abs().eq(own.abs()) === true)
      return { formula: `${signed.eq(reform.value) ? '+' : '-'}${reform.address}`, value: signed }
  }
  if (term.change && term.reform === null && place.year !== null) {
    const moved = resultMoved(signed, place.year, places, values)
    if (moved !== null) return { formula: moved, value: signed }
  }
  if (term.base) {
    const address = places.base(place.table, place.row, place.column)
    return address === undefined ? null : { formula: `${term.sign < 0 ? '-' : '+'}${address}`, value: signed }
  }
  if (term.to !== null) {
    const address = places.ours(term.to.table, term.to.row, term.to.column)
    const value = values.ours(term.to.table, term.to.row, term.to.column)
    if (address === undefined || value === null) return null
    return { formula: `${term.sign < 0 ? '-' : '+'}${address}`, value: value.times(term.sign) }
  }
  return { formula: `${signed.lt(0) ? '-' : '+'}${number(own.abs())}`, value: signed }
}

/**
 * What is borrowed, or kept as cash, because the result is another: the year's change of the result, or that of all
 * years up to it (for a debt), with whichever sign gives the figure.
 */
function resultMoved(wanted: Amount, year: number, places: Places, values: Values): string | null {
  let together = ZERO
  const terms: string[] = []
  for (const each of values.years.filter((one) => one <= year)) {
    const column = String(each)
    const cells = ['ownResult', 'baseResult'].map((row) => ({
      address: places.ours('path', row, column),
      value: values.ours('path', row, column),
    }))
    const [own, base] = cells
    if (!own?.address || !base?.address || !own.value || !base.value) return null
    const change = own.value.minus(base.value)
    terms.push(`${own.address}-${base.address}`)
    together = together.plus(change)
    if (each !== year) continue
    for (const [formula, value] of [
      [terms.at(-1)!, change],
      [terms.join('+'), together],
    ] as const) {
      if (value.eq(wanted)) return `+(${formula})`
      if (value.neg().eq(wanted)) return `-(${formula})`
    }
  }
  return null
}

function computedFormula(how: How, value: Amount, places: Places, values: Values): string | null {
  const cells = how.terms.map((term) => {
    const address = term.to && places.ours(term.to.table, term.to.row, term.to.column)
    const own = term.to && values.ours(term.to.table, term.to.row, term.to.column)
    return address && own ? { address, value: own } : null
  })
  const [a, b, c] = cells
  if (!a) return null
  const made = (formula: string, result: Amount) => (close(result, value) ? formula : null)
  if (how.computed === 'difference' && b) return made(`${a.address}-${b.address}`, a.value.minus(b.value))
  if (how.computed === 'percentChange' && b && !b.value.isZero())
    return made(`(${a.address}/${b.address}-1)*100`, a.value.div(b.value).minus(1).times(100))
  if (how.computed === 'equityRatio' && b && !b.value.isZero()) {
    return c
      ? made(
          `(${a.address}-ABS(${c.address}))/${b.address}*100`,
          a.value.minus(c.value.abs()).div(b.value).times(100),
        )
      : made(`${a.address}/${b.address}*100`, a.value.div(b.value).times(100))
  }
  if (how.computed === 'moved' && !a.value.isZero()) {
    const factor = value.div(a.value).toDecimalPlaces(10)
    return made(`${a.address}*${number(factor)}`, a.value.times(factor))
  }
  return null
}

/** A division has no end; what is equal to twenty decimals is equal. */
function close(one: Amount, other: Amount): boolean {
  return one.minus(other).abs().lt('1e-9')
}

function number(value: Amount): string {
  return value.toFixed()
}

function summed(parts: readonly string[]): string {
  return parts.join('').replace(/^\+/u, '')
}
