import type { LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { getWorkbench } from '../../operations/get-workbench.ts'
import { setAmounts } from '../../operations/set-amounts.ts'
import { bookAndVersion } from '../book/book-of.ts'

/** The grid's data anew, for a page that has it open. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const workbench = await orProblemPage(visit.call(getWorkbench, { bookId: book.id, versionId: version.id }))
  return Response.json({ ...workbench, editable: workbench.editable && visit.may(setAmounts) })
}
