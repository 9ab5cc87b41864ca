import { redirect, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { listBooks } from '../../operations/list-books.ts'
import { mayReadBudgets } from '../may-read-budgets.ts'
import { tourAddress } from './tour-state.ts'

/** The tour from its beginning, in the latest book; where there is none, the page that says how to begin one. */
export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  // Only a page can say what stands in the way.
  if (!mayReadBudgets(visit)) return redirect('/budget')
  const { books } = await orProblemPage(visit.call(listBooks, {}))
  const latest = books[0]
  return redirect(latest ? tourAddress(`/budget/${latest.slug}`, 1) : '/budget')
}
