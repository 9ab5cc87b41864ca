import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Card, Columns, EmptyState, PageHead } from '#web/ui/index.ts'
import { createBook } from '../../operations/create-book.ts'
import { listBooks } from '../../operations/list-books.ts'
import { bookTexts } from './book-texts.ts'
import { frameTexts } from './frame-texts.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { books } = await orProblemPage(visit.call(listBooks, {}))
  return { books, mayCreate: visit.may(createBook) }
}

/** Every budget book one has access to. */
export default function BooksPage() {
  const { books, mayCreate } = useLoaderData<typeof loader>()
  const t = useTexts(bookTexts)
  const frame = useTexts(frameTexts)
  const create = mayCreate ? (
    <ButtonLink href="/budget/new" kind="primary">
      {t('books.new')}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHead
        title={frame('books.title')}
        lead={t('books.lead')}
        actions={books.length > 0 ? create : null}
      />
      {books.length === 0 ? (
        <EmptyState title={t('books.empty.title')} action={create}>
          {t('books.empty.text')}
        </EmptyState>
      ) : (
        <Columns>
          {books.map((book) => (
            <Card key={book.id}>
              <h2>
                <a href={`/budget/${book.slug}`}>{book.title}</a>
              </h2>
              <p>
                {book.jurisdiction},{' '}
                {t('books.years', {
                  first: String(book.budgetYear),
                  last: String(book.planYears.at(-1) ?? book.budgetYear),
                })}
              </p>
            </Card>
          ))}
        </Columns>
      )}
    </>
  )
}
