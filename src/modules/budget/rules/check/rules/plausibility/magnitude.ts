import { yearColumns } from '../../columns.ts'
import type { CheckContext } from '../../context.ts'
import { term, type Judged } from '../../judge.ts'
import { stateOf } from '../../state.ts'
import { rule, type Rule, type Series } from '../../rule.ts'
import { columnAt, partAt, scaledAt, type RowView } from '../../view.ts'

/** A figure about a thousand times its neighbours, or a thousandth of them, was typed in another unit. */
export const thousandFactor: Rule = rule({
  id: 'plausibility.thousandFactor',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    context.views.flatMap((view) => {
      const columns = yearColumns(view)
      if (columns.length < 4) return []
      return view.rows.flatMap((row): Series[] =>
        spansThousand(row, columns) ? [{ judged: unitSlips(context, row) }] : [],
      )
    }),
})

/** Most rows never come near a thousandfold; they need no closer look. */
function spansThousand(row: RowView, columns: readonly number[]): boolean {
  let [least, most] = [Infinity, 0]
  for (const at of columns) {
    const size = Math.abs(scaledAt(row, at))
    if (size === 0) continue
    if (size < least) least = size
    if (size > most) most = size
  }
  return most > least * 700
}

function unitSlips(context: CheckContext, row: RowView): Judged[] {
  const columns = yearColumns(row.view).filter((at) => scaledAt(row, at) !== 0)
  if (columns.length < 4) return []
  return columns.flatMap((at) => {
    const others = columns.filter((each) => each !== at).map((each) => Math.abs(scaledAt(row, each)))
    const [least, most] = [Math.min(...others), Math.max(...others)]
    // Only among neighbours that keep together does one that is far away say something.
    if (most > least * 1.5) return []
    const ratio = Math.abs(scaledAt(row, at)) / ((least + most) / 2)
    if (!(ratio > 750 && ratio < 1333) && !(ratio > 0.00075 && ratio < 0.001333)) return []
    return [
      stateOf(context, thousandFactor, row, at, {
        outcome: 'finding',
        terms: columns.filter((each) => each !== at).map((each) => term(row, each)),
        explain: () => ({
          key: 'check.explain.thousandFactor',
          params: { row: row.row.label, column: columnAt(row, at).label, printed: partAt(row, at).printed },
        }),
      }),
    ]
  })
}

/** A figure larger than any budget's is left out of every sum and said so. */
export const tooLarge: Rule = rule({
  id: 'plausibility.tooLarge',
  class: 'plausibility',
  severity: 'error',
  run: (context) =>
    context.views.flatMap((view): Series[] => {
      const width = view.table.columns.length
      return view.tooLarge.flatMap((place) => {
        const row = view.rows[Math.floor(place / width)]
        return row ? [{ judged: [beyondAll(context, row, place % width)] }] : []
      })
    }),
})

function beyondAll(context: CheckContext, row: RowView, at: number): Judged {
  return stateOf(context, tooLarge, row, at, {
    outcome: 'finding',
    terms: [],
    explain: () => ({
      key: 'check.explain.tooLarge',
      params: { row: row.row.label, column: columnAt(row, at).label, printed: partAt(row, at).printed },
    }),
  })
}
