import { isYearColumn, sameColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import type { Rule, Series } from '../rule.ts'
import { isMoney, type RowView } from '../view.ts'
import { equalInYears } from './equal.ts'

/**
 * Holds two rows of the same role against each other. Where they do not agree the two tables may count differently
 * (with or without the settlement of past years, grants with the equalisation): neighbouring rows of the first
 * table that agree in every year are then what is meant. Two rows that agree nowhere are said as warnings.
 */
export function sameDefinition(context: CheckContext, self: Rule, row: RowView, other: RowView): Series[] {
  const plain = equalInYears(context, self, row, other)
  const judged = plain.flatMap((series) => series.judged)
  if (judged.length < 2 || judged.every(({ check }) => check.outcome !== 'finding')) return plain
  const instead = otherRows(context, self, row, other)
  if (instead) return [{ judged: instead }]
  const nowhere = judged.every(({ check }) => check.outcome === 'finding')
  if (!nowhere) return plain
  return equalInYears(context, self, row, other, { judge: { severity: 'warning' } })
}

/** Up to this many neighbouring rows may be one row of the other table. */
const atMost = 8

function otherRows(context: CheckContext, self: Rule, row: RowView, other: RowView): Judged[] | null {
  const lines = row.view.rows.filter((each) => each.row.kind === 'line' || each.row.kind === 'sum')
  for (let count = 1; count <= atMost; count++) {
    for (let from = 0; from + count <= lines.length; from++) {
      const judged = allAgree(context, self, lines.slice(from, from + count), other)
      if (judged) return judged
    }
  }
  return null
}

function allAgree(
  context: CheckContext,
  self: Rule,
  rows: readonly RowView[],
  other: RowView,
): Judged[] | null {
  const judged: Judged[] = []
  for (const [at, column] of other.view.table.columns.entries()) {
    if (!isYearColumn(column) || !isMoney(other, at)) continue
    const terms = rows.flatMap((row) => {
      const there = sameColumn(row.view, column)
      return there >= 0 && isMoney(row, there) ? [term(row, there)] : []
    })
    if (terms.length === 0) continue
    const one = judge(context, self, term(other, at), terms)
    if (one.check.outcome === 'finding') return null
    judged.push(one)
  }
  return judged.length >= 2 ? judged : null
}
