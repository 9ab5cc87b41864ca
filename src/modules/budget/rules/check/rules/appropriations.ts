import { resultingRow } from '../adjustment-boards.ts'
import { boardMoney, moneyLabel, type BoardMoney } from '../board-money.ts'
import { isYearColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { about } from '../explain/clue.ts'
import type { Judged } from '../judge.ts'
import { state } from '../state.ts'
import { rule, type Rule } from '../rule.ts'
import { ofWhichGroups } from '../structure/of-which.ts'
import { matchUnits } from '../unit-matching.ts'
import { columnAt, decimalsAt, isMoney, partAt, printedAt, scaledAt, type RowView } from '../view.ts'
import { bodyKeyOf } from '../words.ts'
import { equalInYears } from './equal.ts'

/** A board's appropriation is the sum the adjustment summary leaves it with, year by year. */
export const appropriationSummary: Rule = rule({
  id: 'appropriations.summary',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    boardMoney(context)
      .flat()
      .flatMap(({ row, board }) => {
        const sum = board && resultingRow(board)
        if (!row || !sum) return []
        return equalInYears(context, appropriationSummary, row, sum, { candidates: board.adjustments })
      }),
})

/** Every board with an appropriation is in the summary, and the other way round; otherwise a total is short of it. */
export const appropriationComplete: Rule = rule({
  id: 'appropriations.complete',
  class: 'completeness',
  severity: 'error',
  run: (context) =>
    boardMoney(context).flatMap((boards) =>
      boards.flatMap((one) => {
        const shown = one.row ?? resultingRow(one.board) ?? one.board.base ?? one.board.adjustments[0]
        return shown ? [{ judged: [presence(context, one, shown)], about: [about.row(shown)] }] : []
      }),
    ),
})

function presence(context: CheckContext, one: BoardMoney, shown: RowView): Judged {
  const columns = shown.view.table.columns.flatMap((column, at) =>
    isYearColumn(column) && isMoney(shown, at) ? [at] : [],
  )
  const missing = (!one.row || !one.board) && columns.some((at) => scaledAt(shown, at) !== 0)
  // The years decided on say more than the ones looked back on.
  const decided = columns.find((at) => (columnAt(shown, at).year ?? 0) >= context.book.budgetYear)
  const at = decided ?? columns[0] ?? 0
  return state(context, appropriationComplete, {
    outcome: missing ? 'finding' : 'holds',
    where: { ...partAt(shown, at).where, column: null, columnLabel: null },
    parts: columns.map((each) => partAt(shown, each)),
    printed: missing ? printedAt(shown, at) : null,
    decimals: decimalsAt(shown, at) ?? context.book.decimals,
    unit: partAt(shown, at).unit,
    explanation: {
      key: one.row ? 'check.explain.boardMissingInSummary' : 'check.explain.boardMissingInAppropriations',
      params: { board: moneyLabel(one) },
    },
  })
}

/** A unit's table shows the appropriation it is given. */
export const appropriationUnit: Rule = rule({
  id: 'appropriations.unit',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    matchUnits(context).flatMap(({ view, appropriation }) => {
      const income = view.byRole.get('appropriationIncome')?.[0]
      return income && appropriation ? equalInYears(context, appropriationUnit, income, appropriation) : []
    }),
})

/** The parts of an appropriation are printed once more, as costs, in the table of the unit that spends them. */
export const appropriationCostPart: Rule = rule({
  id: 'appropriations.costPart',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    matchUnits(context).flatMap(({ view, appropriation }) => {
      if (!appropriation) return []
      const given = ofWhichGroups(appropriation.view).find((group) => group.whole === appropriation)
      const spent = ofWhichGroups(view).find((group) => group.whole.row.role === 'unitCosts')
      if (!given || !spent) return []
      const byKey = new Map(given.parts.map((part) => [bodyKeyOf(part.row.label), part]))
      return spent.parts.flatMap((part) => {
        const other = byKey.get(bodyKeyOf(part.row.label))
        return other
          ? equalInYears(context, appropriationCostPart, part, other, { anySign: true, onlyIfMostly: true })
          : []
      })
    }),
})
