import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { getBook } from '../../operations/get-book.ts'
import { getBookOverview } from '../../operations/get-book-overview.ts'
import { useBook } from './book-layout.tsx'
import { BookOverview } from './book-overview.tsx'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { id } = await orProblemPage(visit.call(getBook, { book: params['book'] ?? '' }))
  return { overview: await orProblemPage(visit.call(getBookOverview, { bookId: id })) }
}

/** Where this budget stands, and the way on. */
export default function OverviewPage() {
  const { overview } = useLoaderData<typeof loader>()
  const { book, mayWrite, tour } = useBook()
  return (
    <BookOverview
      book={book}
      overview={overview}
      mayWrite={mayWrite}
      tour={tour}
      here={`/budget/${book.slug}`}
    />
  )
}
