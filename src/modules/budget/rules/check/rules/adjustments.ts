import { adjustmentSummaries, resultingRow, type AdjustmentSummary } from '../adjustment-boards.ts'
import { boardMoney } from '../board-money.ts'
import { isYearColumn } from '../columns.ts'
import { printedColumns, type CheckContext } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { BLANK, MONEY, isMoney, type RowView } from '../view.ts'

/** Base and adjustments make up the board's sum, in every column; the column of additions has no base. */
export const boardSum: Rule = rule({
  id: 'adjustments.boardSum',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    adjustmentSummaries(context).flatMap(({ boards }) =>
      boards.flatMap(({ base, adjustments, sum }): Series[] => {
        if (!sum) return []
        const rows = base ? [base, ...adjustments] : adjustments
        return [
          {
            judged: sumOver(
              context,
              boardSum,
              sum,
              rows.map((row) => ({ row, factor: 1 })),
            ),
            candidates: rows,
          },
        ]
      }),
    ),
})

/** The boards' sums make up the total. */
export const total: Rule = rule({
  id: 'adjustments.total',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    adjustmentSummaries(context).flatMap((summary): Series[] => {
      const rows = summary.boards.map(resultingRow)
      if (!summary.total || rows.length === 0 || rows.includes(null)) return []
      const terms = rows.flatMap((row) => (row ? [{ row, factor: 1 }] : []))
      return [
        {
          judged: sumOver(context, total, summary.total, terms),
          candidates: [...summary.view.rows, ...missingBoards(context)],
        },
      ]
    }),
})

/** Our result is the base result with our financing and without our adjustments: what the total adds to the bases. */
export const ownResult: Rule = rule({
  id: 'adjustments.result',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    adjustmentSummaries(context).flatMap((summary): Series[] => {
      const { baseResult, financing, view } = summary
      if (!summary.ownResult || !baseResult) return []
      const added = netAdjustments(summary)
      if (!added) return []
      const terms = [...[baseResult, ...financing].map((row) => ({ row, factor: 1 })), ...added]
      const columns = printedColumns(summary.ownResult).filter(
        (at) => isYearColumn(view.table.columns[at]!) && isMoney(baseResult, at),
      )
      return [
        {
          judged: sumOver(context, ownResult, summary.ownResult, terms, columns),
          candidates: [...view.rows, ...missingBoards(context)],
        },
      ]
    }),
})

/** Appropriations of boards that the summary leaves out; its total may have them all the same. */
function missingBoards(context: CheckContext): RowView[] {
  return boardMoney(context)
    .flat()
    .flatMap(({ row, board }) => (row && !board ? [row] : []))
}

/** With few figures where the total is printed, or else every adjustment by itself. */
function netAdjustments({
  boards,
  total: printed,
}: AdjustmentSummary): { row: RowView; factor: number }[] | null {
  const bases = boards.map((board) => board.base)
  if (printed && !bases.includes(null)) {
    return [{ row: printed, factor: -1 }, ...bases.flatMap((row) => (row ? [{ row, factor: 1 }] : []))]
  }
  return boards.flatMap((board) => board.adjustments.map((row) => ({ row, factor: -1 })))
}

/** A blank adjustment is none, so that a sum of blank additions is 0; of a year, only the sums may be printed. */
function sumOver(
  context: CheckContext,
  self: Rule,
  target: RowView,
  rows: readonly { row: RowView; factor: number }[],
  columns: readonly number[] = printedColumns(target),
): Judged[] {
  const { state } = target.view
  return columns.flatMap((column) => {
    const terms: Term[] = []
    for (const { row, factor } of rows) {
      const found = state[row.offset + column]
      if (found === MONEY) terms.push(term(row, column, factor))
      else if (found !== BLANK) return []
    }
    if (terms.length === 0 && target.view.table.columns[column]?.kind !== 'addition') return []
    return [judge(context, self, term(target, column), terms)]
  })
}

/** An addition printed beside the year it belongs to says the same as that year does. */
export const repeatedColumn: Rule = rule({
  id: 'adjustments.repeatedColumn',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    adjustmentSummaries(context).flatMap(({ view, boards, financing }) => {
      const rows = [...boards.flatMap((board) => board.adjustments), ...financing]
      return view.table.columns.flatMap((addition, at): Series[] => {
        if (addition.kind !== 'addition') return []
        const beside = view.table.columns.findIndex(
          (column) => isYearColumn(column) && column.year === addition.year,
        )
        if (beside < 0) return []
        return rows.flatMap((row) => {
          const one = isMoney(row, at)
          // Nothing on either side is agreement; nothing against 0 is too.
          if (!one && !isMoney(row, beside)) return []
          const [printed, other] = one ? [at, beside] : [beside, at]
          return [{ judged: [judge(context, repeatedColumn, term(row, printed), [term(row, other)])] }]
        })
      })
    }),
})
