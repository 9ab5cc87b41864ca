import { yearColumns } from '../../columns.ts'
import type { CheckContext } from '../../context.ts'
import type { Judged } from '../../judge.ts'
import { state } from '../../state.ts'
import { rowPlace, tablePlace } from '../../places.ts'
import { rule, type Rule, type Series } from '../../rule.ts'
import { cellAt, isMoney, partAt, scaledAt, type RowView, type TableView } from '../../view.ts'

/** A row that stands twice, word for word and figure for figure, is counted twice. */
export const duplicateRow: Rule = rule({
  id: 'plausibility.duplicateRow',
  class: 'plausibility',
  severity: 'warning',
  run: (context) => context.views.map((view) => ({ judged: duplicates(context, view) })),
})

function duplicates(context: CheckContext, view: TableView): Judged[] {
  const seen = new Map<string, RowView>()
  let whole: RowView | null = null
  return view.rows.flatMap((row) => {
    if (row.row.kind === 'line') whole = row
    if ((row.row.kind !== 'line' && row.row.kind !== 'ofWhich') || !hasAmount(row)) return []
    const key = duplicateKey(row, row.row.kind === 'ofWhich' ? whole : null)
    const first = seen.get(key)
    if (!first) {
      seen.set(key, row)
      return []
    }
    const columns = view.table.columns.flatMap((_, at) => (isMoney(row, at) ? [at] : []))
    return [
      state(context, duplicateRow, {
        outcome: 'finding',
        where: rowPlace(row),
        parts: [...columns.map((at) => partAt(row, at)), ...columns.map((at) => partAt(first, at))],
        printed: cellAt(row, columns[0] ?? 0)?.value ?? null,
        explanation: {
          key: 'check.explain.duplicateRow',
          params: { row: row.row.label, first: first.row.label, section: first.row.section ?? '' },
        },
      }),
    ]
  })
}

/** In an adjustment summary the same adjustment under two boards is suspect too, if its label says enough. */
function duplicateKey(row: RowView, whole: RowView | null): string {
  const label = row.row.label.trim().toLowerCase()
  const everywhere = row.view.table.kind === 'adjustmentSummary' && label.split(/\s+/u).length >= 3
  const place = everywhere ? '' : `${row.row.section ?? ''}/${whole?.row.key ?? ''}`
  return `${place}|${label}|${row.view.table.columns.map((_, at) => (isMoney(row, at) ? scaledAt(row, at) : '')).join(';')}`
}

function hasAmount(row: RowView): boolean {
  return row.view.table.columns.some((_, at) => scaledAt(row, at) !== 0)
}

/** Two columns with the same figures in every row: one of them is a copy. */
export const columnsAlike: Rule = rule({
  id: 'plausibility.columnsAlike',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    context.views.flatMap((view): Series[] => {
      // An adjustment is often the same in every year.
      if (view.table.kind === 'chapterAdjustments' || view.table.kind === 'adjustmentSummary') return []
      const columns = yearColumns(view)
      const judged = columns.flatMap((one, order) =>
        columns
          .slice(order + 1)
          .flatMap((other) => (areAlike(view, one, other) ? [alike(context, view, one, other)] : [])),
      )
      return judged.length > 0 ? [{ judged }] : []
    }),
})

/** Fewer rows than this may well agree by chance. */
const rowsToTell = 5

function areAlike(view: TableView, one: number, other: number): boolean {
  let telling = 0
  for (const row of view.rows) {
    if (scaledAt(row, one) !== scaledAt(row, other) || isMoney(row, one) !== isMoney(row, other)) return false
    if (scaledAt(row, one) !== 0) telling++
  }
  return telling >= rowsToTell
}

function alike(context: CheckContext, view: TableView, one: number, other: number): Judged {
  const [a, b] = [view.table.columns[one], view.table.columns[other]]
  const rows = view.rows.filter((row) => scaledAt(row, other) !== 0)
  return state(context, columnsAlike, {
    outcome: 'finding',
    where: { ...tablePlace(view), column: b?.key ?? null, columnLabel: b?.label ?? null },
    suffix: a?.key ?? '',
    parts: rows.flatMap((row) => [partAt(row, one), partAt(row, other)]),
    explanation: {
      key: 'check.explain.columnsAlike',
      params: { one: a?.label ?? '', other: b?.label ?? '' },
    },
  })
}
