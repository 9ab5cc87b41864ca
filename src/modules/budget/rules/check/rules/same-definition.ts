import { isYearColumn, sameColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import type { Rule, Series } from '../rule.ts'
import { isMoney, type RowView } from '../view.ts'
import { countFindings, equalInYears } from './equal.ts'

/**
 * Holds two rows of the same role against each other. Where they do not agree the two tables may count differently
 * (with or without the settlement of past years, grants with the equalisation): neighbouring rows of the first
 * table that agree in every year are then what is meant, or in all years but one, which is the one that is wrong.
 * Two rows that agree nowhere are said as warnings.
 */
export function sameDefinition(context: CheckContext, self: Rule, row: RowView, other: RowView): Series[] {
  const plain = equalInYears(context, self, row, other)
  const judged = plain.flatMap((series) => series.judged)
  const off = countFindings(judged)
  if (judged.length < 2 || off === 0 || agreesButOnce(judged, off)) return plain
  const instead = otherRows(context, self, row, other)
  if (instead) return [{ judged: instead }]
  if (off < judged.length) return plain
  return equalInYears(context, self, row, other, { judge: { severity: 'warning' } })
}

/** Up to this many neighbouring rows may be one row of the other table. */
const atMost = 8

/** In so many years rows have to agree to be believed in spite of the one year they do not. */
const enoughYears = 3

/** Whether one figure alone is wrong. */
function agreesButOnce(judged: readonly Judged[], off: number): boolean {
  return off === 1 && judged.length > enoughYears
}

/** The neighbouring rows that agree best: everywhere, or in all years but one. */
function otherRows(context: CheckContext, self: Rule, row: RowView, other: RowView): Judged[] | null {
  const lines = row.view.rows.filter((each) => each.row.kind === 'line' || each.row.kind === 'sum')
  let nearly: Judged[] | null = null
  for (let count = 1; count <= atMost; count++) {
    for (let from = 0; from + count <= lines.length; from++) {
      const judged = judgeRows(context, self, lines.slice(from, from + count), other)
      const off = countFindings(judged)
      if (judged.length >= 2 && off === 0) return judged
      if (agreesButOnce(judged, off)) nearly ??= judged
    }
  }
  return nearly
}

/** The other table's row against some rows together; no more years than it takes to see that they do not agree. */
function judgeRows(context: CheckContext, self: Rule, rows: readonly RowView[], other: RowView): Judged[] {
  const judged: Judged[] = []
  for (const [at, column] of other.view.table.columns.entries()) {
    if (!isYearColumn(column) || !isMoney(other, at)) continue
    const terms = rows.flatMap((row) => {
      const there = sameColumn(row.view, column)
      return there >= 0 && isMoney(row, there) ? [term(row, there)] : []
    })
    if (terms.length === 0) continue
    judged.push(judge(context, self, term(other, at), terms))
    if (countFindings(judged) > 1) break
  }
  return judged
}
