import type { Row, Table, Unit } from '../../book.ts'
import { costRoles } from '../../roles.ts'
import { believed, sumEvidence, type SignedRow } from './fits.ts'

/** So many parts or fewer: every way of adding and taking away is tried. */
const FEW = 6

/**
 * With which signs the parts make the sum: all added where that fits, else the costs taken away (statements that print
 * them without a minus sign), else the way with the fewest taken away that most columns bear out. null when no way
 * does. Rows without figures are added: nothing speaks against it.
 */
export function fittingSigns(table: Table, sum: Row, parts: readonly Row[], unit: Unit): (1 | -1)[] | null {
  const signed = (minus: number): SignedRow[] =>
    parts.map((row, at) => ({ row, sign: minus & (1 << at) ? -1 : 1 }))
  const plain = sumEvidence(table, sum, signed(0), unit)
  if (plain.fails === 0 || believed(plain)) return parts.map(() => 1)
  const withoutMinus = parts.reduce(
    (bits, row, at) => (row.role !== null && costRoles.has(row.role) ? bits | (1 << at) : bits),
    0,
  )
  const usual = signed(withoutMinus)
  if (withoutMinus !== 0 && believed(sumEvidence(table, sum, usual, unit)))
    return usual.map((each) => each.sign)
  if (parts.length > FEW) {
    const turned = parts.map((row): SignedRow => ({ row, sign: -1 }))
    return believed(sumEvidence(table, sum, turned, unit)) ? parts.map(() => -1) : null
  }
  const ways = Array.from({ length: 2 ** parts.length - 1 }, (_, at) => at + 1).sort(
    (a, b) => ones(a) - ones(b) || a - b,
  )
  for (const minus of ways) {
    const way = signed(minus)
    if (believed(sumEvidence(table, sum, way, unit))) return way.map((each) => each.sign)
  }
  return null
}

function ones(bits: number): number {
  let count = 0
  for (let left = bits; left > 0; left >>= 1) count += left & 1
  return count
}
