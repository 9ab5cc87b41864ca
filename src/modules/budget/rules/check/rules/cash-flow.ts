import { sameColumn, yearColumns } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Judged } from '../judge.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { rollForward } from '../roll-forward.ts'
import { columnAt, isMoney, scaledAt, type RowView, type TableView } from '../view.ts'
import { equalInYears } from './equal.ts'

/** LKBR ch. 7: what there was at the year's beginning and the year's flow are what there is at its end. */
export const closingCash: Rule = rule({
  id: 'cashFlow.closing',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'cashFlow').flatMap((view): Series[] => {
      const rows = cashRows(view)
      if (!rows?.flow) return []
      const { opening, closing, flow } = rows
      const judged = yearColumns(view).flatMap((at) =>
        isMoney(closing, at) && isMoney(opening, at) && isMoney(flow, at)
          ? [judge(context, closingCash, term(closing, at), [term(opening, at), term(flow, at)])]
          : [],
      )
      return [{ judged, candidates: view.rows }]
    }),
})

function cashRows(view: TableView): { opening: RowView; closing: RowView; flow: RowView | undefined } | null {
  const [opening, closing] = [rowOf([view], 'openingCash'), rowOf([view], 'closingCash')]
  return opening && closing ? { opening, closing, flow: rowOf([view], 'cashFlowOfTheYear') } : null
}

/** A year ends with the cash the next one begins with. */
export const nextOpening: Rule = rule({
  id: 'cashFlow.nextOpening',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'cashFlow').flatMap((view): Series[] => {
      const rows = cashRows(view)
      if (!rows) return []
      const judged = rollForward(context, view, (at, before) => {
        if (!isMoney(rows.closing, before) || !isMoney(rows.opening, at)) return null
        // A year may be followed by its budget and its forecast: each beginning is a check of its own.
        const suffix = columnAt(rows.opening, at).key
        return judge(context, nextOpening, term(rows.closing, before), [term(rows.opening, at)], { suffix })
      })
      return [{ judged: judged.map((one) => closingAlone(context, one)) }]
    }),
})

/** Where next year's beginning and the balance sheet agree, it is the year's end that stands alone. */
function closingAlone(context: CheckContext, judged: Judged): Judged {
  const [opening] = judged.terms
  const cash = rowOf(tablesOf(context, 'balanceSheet'), 'cashAndBank')
  if (judged.check.outcome !== 'finding' || !judged.target || !opening || !cash) return judged
  const there = sameColumn(cash.view, columnAt(judged.target.row, judged.target.column))
  if (there < 0 || !isMoney(cash, there) || scaledAt(cash, there) !== scaledAt(opening.row, opening.column))
    return judged
  judged.check.explanation = {
    key: 'check.explain.closingAlone',
    params: {
      closing: judged.check.printed ?? 0,
      cash: judged.check.computed ?? 0,
      column: judged.check.where.columnLabel ?? '',
      difference: judged.check.difference ?? 0,
    },
  }
  return judged
}

/** The cash a year ends with is the cash in the balance sheet. */
export const cashInBalanceSheet: Rule = rule({
  id: 'cashFlow.balanceSheet',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) =>
      bothStatements(family).flatMap(([cash, closing]) =>
        equalInYears(context, cashInBalanceSheet, closing, cash),
      ),
    ),
})

function bothStatements(family: Family): [RowView, RowView][] {
  const cash = rowOf(tablesOf(family, 'balanceSheet'), 'cashAndBank')
  const closing = rowOf(tablesOf(family, 'cashFlow'), 'closingCash')
  return cash && closing ? [[cash, closing]] : []
}

/** The cash a year begins with is the cash in the balance sheet of the year before. */
export const openingInBalanceSheet: Rule = rule({
  id: 'cashFlow.openingBalanceSheet',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family): Series[] => {
      const cash = rowOf(tablesOf(family, 'balanceSheet'), 'cashAndBank')
      const opening = rowOf(tablesOf(family, 'cashFlow'), 'openingCash')
      if (!cash || !opening) return []
      const judged = rollForward(
        context,
        opening.view,
        (at, before) =>
          isMoney(opening, at) && isMoney(cash, before)
            ? judge(context, openingInBalanceSheet, term(opening, at), [term(cash, before)])
            : null,
        cash.view,
      )
      return [{ judged }]
    }),
})
