import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { fileFormats } from '../document/render/file-formats.ts'
import { readBook } from '../store/read-book.ts'
import { bookId, versionId } from './shapes.ts'

/** Everything that has been published from a book, the latest first, with who did it and why. */
export const listPublications = readOperation({
  name: 'list-publications',
  summary: 'The published editions of a budget book, the latest first, with who published and withdrew them.',
  route: 'GET /budget/books/{bookId}/publications',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId }),
  output: z.object({
    publications: z.array(
      z.object({
        id: z.uuid(),
        versionId,
        versionName: z.string(),
        slug: z.string(),
        edition: z.number().int(),
        state: z.string(),
        publishedAt: z.iso.datetime(),
        publishedBy: z.string(),
        /** Why it was not waited for, when it was neither ready nor adopted. */
        overrideReason: z.string(),
        withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), note: z.string() }).nullable(),
        files: z.array(z.enum(fileFormats)),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId }),
  async run({ db }, input) {
    // That something is published is for everybody; how it came about, for those who see the book.
    const book = await readBook(db, input.bookId)
    const publications = await db
      .selectFrom('budget.publication')
      .selectAll()
      .where('book_id', '=', book.id)
      .orderBy('published_at', 'desc')
      .orderBy('edition', 'desc')
      .execute()
    const events = await db
      .selectFrom('budget.publication_event')
      .selectAll()
      .where('book_id', '=', book.id)
      .execute()
    const files = await db
      .selectFrom('budget.publication_file')
      .select(['publication_id', 'format'])
      .where('book_id', '=', book.id)
      .execute()
    return {
      publications: publications.map((each) => {
        const done = (what: string) =>
          events.find((event) => event.publication_id === each.id && event.what === what)
        return {
          id: each.id,
          versionId: each.version_id,
          versionName: each.version_name,
          slug: each.slug,
          edition: each.edition,
          state: each.state,
          publishedAt: each.published_at.toISOString(),
          publishedBy: done('published')?.done_by_name ?? '',
          overrideReason: done('published')?.reason ?? '',
          withdrawn:
            each.withdrawn_at === null
              ? null
              : {
                  at: each.withdrawn_at.toISOString(),
                  by: done('withdrawn')?.done_by_name ?? '',
                  note: each.withdrawn_note,
                },
          files: fileFormats.filter((format) =>
            files.some((file) => file.publication_id === each.id && file.format === format),
          ),
        }
      }),
    }
  },
})
