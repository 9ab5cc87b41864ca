import type { BookText } from '../../book.ts'
import { bodyKeyOf, sharedTopics, topicWords } from '../words.ts'
import type { CheckContext } from '../context.ts'
import type { Judged } from '../judge.ts'
import { state } from '../state.ts'
import { saidAmounts, saidInQuanta, type SaidAmount } from '../money-in-text.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { columnToShow, columnWith, hasAdjustments, spokenRows, type SpokenRow } from '../spoken-rows.ts'
import { amountOf, partAt, scaledAt, type RowView } from '../view.ts'

/** The place of running text, which stands in no table. */
export const TEXTS = 'texts'

/**
 * A sentence of running text that names one amount and speaks of one adjustment says that adjustment's amount: of
 * some year, or of all years together.
 */
export const passageAmount: Rule = rule({
  id: 'text.passageAmount',
  class: 'text',
  severity: 'error',
  run: (context) => {
    if (context.book.texts.length === 0 || !hasAdjustments(context)) return []
    const rows = spokenRows(context)
    const all = [...rows.values()].flat()
    return context.book.texts.flatMap((text): Series[] => {
      const near = text.publicBoard === null ? all : (rows.get(bodyKeyOf(text.publicBoard)) ?? [])
      return [
        {
          judged: sentencesOf(text).flatMap((sentence, order) =>
            judgeSentence(context, text, sentence, order, near),
          ),
        },
      ]
    })
  },
})

function sentencesOf({ text }: BookText): string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
}

function judgeSentence(
  context: CheckContext,
  text: BookText,
  sentence: string,
  order: number,
  rows: readonly SpokenRow[],
): Judged[] {
  const [said, ...more] = saidAmounts(sentence)
  if (!said || more.length > 0) return []
  const words = topicWords(sentence)
  const [best, second] = rows
    .map((row) => ({
      row,
      shared: sharedTopics(row.words, words),
      share: sharedTopics(row.words, words) / Math.max(1, row.words.size),
    }))
    .filter(({ shared, share }) => shared >= 2 && share >= 0.6)
    .sort((a, b) => b.share - a.share || b.shared - a.shared)
  if (!best || (second && second.share === best.share && second.shared === best.shared)) return []
  const printed = [best.row.summary, best.row.chapter].filter((row): row is RowView => row !== null)
  const agrees = printed.some((row) => says(context, row, said))
  const shown = printed[0]!
  const at = columnToShow(shown, said.year)
  const computed = agrees ? said.value : amountOf(scaledAt(shown, at), context.quantum, said.unit)
  return [
    state(context, passageAmount, {
      outcome: agrees ? 'holds' : 'finding',
      // All of the row's words in the sentence: it speaks of this row and no other.
      severity: best.share === 1 ? 'error' : 'warning',
      where: {
        table: TEXTS,
        row: text.key,
        column: null,
        tableLabel: '',
        sectionLabel: text.publicBoard,
        rowLabel: sentence,
        columnLabel: null,
      },
      lines: text.sourceLine === null ? [] : [{ source: null, line: text.sourceLine }],
      parts: printed.map((row) => partAt(row, columnToShow(row, said.year))),
      printed: said.value,
      computed,
      difference: said.value.minus(computed),
      unit: said.unit,
      decimals: said.value.decimalPlaces(),
      suffix: String(order),
      explanation: {
        key: 'check.explain.passageAmount',
        params: { said: said.text, row: shown.row.label, printed: computed },
      },
    }),
  ]
}

function says({ quantum }: CheckContext, row: RowView, said: SaidAmount): boolean {
  const quanta = saidInQuanta(said, quantum)
  if (columnWith(row, quanta, said.year) >= 0) return true
  const together = row.view.table.columns.reduce(
    (total, column, at) => total + (column.kind === 'addition' ? 0 : scaledAt(row, at)),
    0,
  )
  return Math.abs(together) === Math.abs(quanta)
}
