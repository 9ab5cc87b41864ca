import type { LoaderFunctionArgs } from 'react-router'
import { found } from '#platform/operations/problem.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf, type Visit } from '#web/request-context.ts'
import { getBook } from '../../operations/get-book.ts'
import { chosenVersion, type BookLayoutData } from './book-layout.tsx'

export type BookAndVersion = {
  visit: Visit
  book: BookLayoutData['book']
  version: BookLayoutData['book']['versions'][number]
}

/** For loaders and actions: the book and the version that an address names. */
export async function bookAndVersion({
  context,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'params'>): Promise<BookAndVersion> {
  const visit = visitOf({ context })
  return orProblemPage(
    (async () => {
      const book = await visit.call(getBook, { book: params['book'] ?? '' })
      const named = params['version']
      const version = named
        ? book.versions.find((each) => each.slug === named)
        : chosenVersion(book, undefined)
      return { visit, book, version: found(version) }
    })(),
  )
}
