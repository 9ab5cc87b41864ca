import { lastDigit, ZERO, type Amount } from '../../amount.ts'
import type { Cell, Row, Table, Unit } from '../../book.ts'
import { inBookUnit, isYearColumn, powersBetween } from '../columns.ts'

/**
 * Finding structure by arithmetic: a relation between rows is believed when most columns that can tell bear it out,
 * because a printed document may hold an error in any one of them.
 */

/**
 * How far the exact figure can be from the printed one, in the book's unit: half a unit of the last printed digit;
 * 0 for computed figures, which carry all their decimals.
 */
export function reachOf(cell: Cell, unit: Unit): Amount {
  if (cell.origin === 'derived') return ZERO
  const half = lastDigit(cell.decimals).div(2)
  const powers = powersBetween(cell.unit, unit)
  return powers === 0 ? half : half.times(`1e${powers}`)
}

/** How many columns bear a relation out and how many speak against it; columns of nothing but zeros tell nothing. */
export type Evidence = { fits: number; fails: number }

/** At least twice as many for as against. */
export function believed(evidence: Evidence): boolean {
  return evidence.fits > 0 && evidence.fits >= 2 * evidence.fails
}

/** Believed, or nothing that speaks against it: all zeros and blanks may well be the same thing. */
export function uncontradicted(evidence: Evidence): boolean {
  return evidence.fails === 0 || believed(evidence)
}

/** A figure with its printed uncertainty. */
type Printed = { value: Amount; reach: Amount }

function printed(cell: Cell | null | undefined, unit: Unit): Printed | null {
  const value = inBookUnit(cell, unit)
  return value === null || cell === null || cell === undefined ? null : { value, reach: reachOf(cell, unit) }
}

/** Nothing, or so small that its print tells it from nothing no longer: being like something else, it proves nothing. */
function mayBeNothing(figure: Printed): boolean {
  return !figure.value.abs().gt(figure.reach)
}

/** Are two figures the same, as far as their printing can tell? */
function same(a: Printed, b: Printed): boolean {
  return !a.value.minus(b.value).abs().gt(a.reach.plus(b.reach))
}

function count(evidence: Evidence, fits: boolean): void {
  if (fits) evidence.fits++
  else evidence.fails++
}

export type SignedRow = { row: Row; sign: 1 | -1 }

/**
 * Does `total` print the sum of the signed `parts`, in the year columns of their table? A blank part counts as 0;
 * a column without a total tells nothing.
 */
export function sumEvidence(table: Table, total: Row, parts: readonly SignedRow[], unit: Unit): Evidence {
  const evidence: Evidence = { fits: 0, fails: 0 }
  for (const [at, column] of table.columns.entries()) {
    const whole = isYearColumn(column) ? printed(total.cells[at], unit) : null
    if (whole === null) continue
    let value = ZERO
    let reach = ZERO
    let tells = !whole.value.isZero()
    for (const part of parts) {
      const each = printed(part.row.cells[at], unit)
      if (each === null) continue
      value = part.sign === 1 ? value.plus(each.value) : value.minus(each.value)
      reach = reach.plus(each.reach)
      tells ||= !each.value.isZero()
    }
    if (tells) count(evidence, same(whole, { value, reach }))
  }
  return evidence
}

/**
 * Do two rows, perhaps of different tables, print the same figures in the given pairs of columns? With a sign of −1: the
 * same with the opposite sign.
 */
export function sameEvidence(
  a: Row,
  b: Row,
  columns: readonly (readonly [number, number])[],
  unit: Unit,
  sign: 1 | -1 = 1,
): Evidence {
  const evidence: Evidence = { fits: 0, fails: 0 }
  for (const [atA, atB] of columns) {
    const one = printed(a.cells[atA], unit)
    const other = printed(b.cells[atB], unit)
    if (one === null || other === null) continue
    const alike = same(one, sign === 1 ? other : { ...other, value: other.value.neg() })
    if (alike && (mayBeNothing(one) || mayBeNothing(other))) continue
    count(evidence, alike)
  }
  return evidence
}

/** In how many year columns the whole is at least as large as its parts together (same sign), and in how many not. */
export function partEvidence(table: Table, whole: Row, parts: readonly Row[], unit: Unit): Evidence {
  const evidence: Evidence = { fits: 0, fails: 0 }
  for (const [at, column] of table.columns.entries()) {
    const all = isYearColumn(column) ? printed(whole.cells[at], unit) : null
    if (all === null || all.value.isZero()) continue
    const sign = all.value.isNegative() ? -1 : 1
    let rest = all.value.times(sign).plus(all.reach)
    for (const part of parts) {
      const each = printed(part.cells[at], unit)
      if (each !== null) rest = rest.minus(each.value.times(sign)).plus(each.reach)
    }
    count(evidence, !rest.isNegative())
  }
  return evidence
}
