import type { LoaderFunctionArgs } from 'react-router'
import { isId } from '#platform/identifiers.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { explainFigure, type ExplanationShown } from '../../operations/explain-figure.ts'
import { statementsTexts } from '../../messages/statements.ts'
import { SUMMARY_KEY } from '../../rules/statements/summary.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { printAmount } from '../parts/amount.tsx'
import { say } from '../parts/say.ts'
import type { Figure } from './figure-panel.tsx'

/** How a figure of the grid came about and who has changed it, in words, for the panel beside the grid. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const row = searchParams.get('row') ?? ''
  const year = Number(searchParams.get('year'))
  const target = { bookId: book.id, versionId: version.id }
  // A row of the grid is an adjustment by its id; a sum is a row of the compiled summary by its key.
  const asked = isId(row)
    ? { ...target, subject: 'amount' as const, adjustmentId: row, year }
    : { ...target, subject: 'cell' as const, table: SUMMARY_KEY, row, column: String(year) }
  const { label, explanation, edits } = await orProblemPage(visit.call(explainFigure, asked))
  const lines = (node: ExplanationShown, depth: number): Figure['lines'] => [
    {
      depth,
      text: `${node.sign < 0 ? '− ' : ''}${say(statementsTexts, visit.language, node.message, book.decimals)}`,
      amount: node.value === null ? '' : printAmount(node.value, book.decimals),
      source: node.sourceLine ? `${node.sourceLine.source ?? ''} ${node.sourceLine.line}`.trim() : '',
    },
    // What has no amount that year adds nothing to it.
    ...node.children
      .filter((child) => child.value !== null || child.children.length > 0)
      .flatMap((child) => lines(child, depth + 1)),
  ]
  const figure: Figure = {
    label,
    lines: explanation ? lines(explanation, 0) : [],
    edits: edits.map((edit) => ({ name: edit.by, at: edit.at, before: edit.before, after: edit.after })),
  }
  return Response.json(figure)
}
