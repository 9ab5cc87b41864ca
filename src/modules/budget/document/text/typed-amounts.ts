import { saidAmounts } from '../../rules/check/money-in-text.ts'
import { inlinesOf, type TextPlace, type WrittenBlock } from './blocks.ts'

/** An amount of money somebody typed into running text instead of referring to the data. */
export type TypedAmount = {
  /** As it stands: `40 mnkr`. */
  text: string
  at: TextPlace
  /** The sentence it stands in, without what is referred to. */
  sentence: string
}

/**
 * The amounts typed by hand, in order, with line and column. References are not amounts typed by hand, whatever stands
 * in their brackets.
 */
export function typedAmounts(blocks: readonly WrittenBlock[]): TypedAmount[] {
  const found: TypedAmount[] = []
  for (const { inline } of inlinesOf(blocks)) {
    if (inline.kind !== 'text') continue
    let from = 0
    for (const said of saidAmounts(inline.text)) {
      const text = amountAlone(said.text)
      const at = inline.text.indexOf(text, from)
      if (at < 0) continue
      from = at + text.length
      found.push({
        text,
        at: placeIn(inline.text, at, inline.at),
        sentence: sentenceAround(inline.text, at),
      })
    }
  }
  return found
}

/** For the check an amount is told with its year, `40 mnkr (2025)`; here the amount is enough, as it stands. */
function amountAlone(text: string): string {
  return /^[\d\s\u00a0\u202f.,]+\p{Letter}+(?: kronor)?/u.exec(text)?.[0] ?? text
}

function placeIn(text: string, offset: number, start: TextPlace): TextPlace {
  const before = text.slice(0, offset).split('\n')
  const last = before.at(-1) ?? ''
  return before.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + before.length - 1, column: last.length + 1 }
}

function sentenceAround(text: string, offset: number): string {
  const ends = [...text.matchAll(/[.!?](?=\s+\p{Lu})|\n/gu)].map((match) => match.index + 1)
  const from = ends.findLast((end) => end <= offset) ?? 0
  const to = ends.find((end) => end > offset) ?? text.length
  return text.slice(from, to).trim()
}
