import type { Visit } from '#web/request-context.ts'
import { getBook } from '../operations/get-book.ts'
import { getBookOverview } from '../operations/get-book-overview.ts'
import { listBooks } from '../operations/list-books.ts'
import { setAmounts } from '../operations/set-amounts.ts'
import { tourState } from './tour/tour-state.ts'

export { BookOverview } from './book/book-overview.tsx'

/** What the office's first page shows of the budget: the latest book; null without one, undefined without access. */
export async function overviewOfLatestBook(visit: Visit, headers: Headers) {
  if (!visit.may(listBooks)) return undefined
  const { books } = await visit.call(listBooks, {})
  const latest = books[0]
  if (!latest) return null
  const book = await visit.call(getBook, { book: latest.id })
  const overview = await visit.call(getBookOverview, { bookId: book.id })
  return { book, overview, mayWrite: visit.may(setAmounts), tour: tourState(headers) }
}
