import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { explainFigure, type ExplanationShown } from '../../operations/explain-figure.ts'
import { statementsTexts } from '../../messages/statements.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { printAmount } from '../parts/amount.tsx'
import { say } from '../parts/say.ts'
import type { Figure } from './figure-panel.tsx'

/** How an adjustment's amount came about and who has changed it, in words, for the panel beside the grid. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const { label, explanation, edits } = await orProblemPage(
    visit.call(explainFigure, {
      bookId: book.id,
      versionId: version.id,
      subject: 'amount',
      adjustmentId: searchParams.get('row') ?? '',
      year: Number(searchParams.get('year')),
    }),
  )
  const lines = (node: ExplanationShown, depth: number): Figure['lines'] => [
    {
      depth,
      text: say(statementsTexts, visit.language, node.message, book.decimals),
      amount: node.value === null ? '' : printAmount(node.value, book.decimals),
      source: node.sourceLine ? `${node.sourceLine.source ?? ''} ${node.sourceLine.line}`.trim() : '',
    },
    ...node.children.flatMap((child) => lines(child, depth + 1)),
  ]
  const figure: Figure = {
    label,
    lines: explanation ? lines(explanation, 0) : [],
    edits: edits.map((edit) => ({ name: edit.by, at: edit.at, before: edit.before, after: edit.after })),
  }
  return Response.json(figure)
}
