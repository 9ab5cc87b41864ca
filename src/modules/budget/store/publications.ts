import type { Selectable, Transaction } from 'kysely'
import type { BudgetPublication, Tables } from '#platform/database/tables.ts'
import { freeSlug } from '#platform/slug.ts'
import { found } from '#platform/operations/problem.ts'
import type { Services } from '#platform/operations/services.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

/** The topic on which a server hears that published pages are no longer what they were. */
export const publicationsTopic = 'publications'

export type StoredPublication = Selectable<BudgetPublication>

/** Tells every server that what is published has changed. */
export function tellPublished(
  { realtime }: Services,
  kind: 'published' | 'withdrawn' | 'files',
  organisationId: string,
): void {
  realtime.publish(publicationsTopic, { kind, facts: { organisationId } })
}

/** All editions at an address, the first first; empty when nothing was ever published there. */
export function editionsAt(db: Transaction<Tables>, slug: string): Promise<StoredPublication[]> {
  return db.selectFrom('budget.publication').selectAll().where('slug', '=', slug).orderBy('edition').execute()
}

/**
 * One edition at an address, or the latest.
 * @throws {Problem} notFound when there is none
 */
export function editionOf(
  editions: readonly StoredPublication[],
  edition: number | undefined,
): StoredPublication {
  return found(edition === undefined ? editions.at(-1) : editions.find((each) => each.edition === edition))
}

/** Other public pages of an organisation that stand where its budgets do: a budget published there would not be found. */
const otherPages = ['contacts']

/**
 * Where the version's next edition will stand: at its address if it has one, else at the book's, or at one of its own
 * when another version or another page stands there.
 */
export async function nextEdition(
  db: Transaction<Tables>,
  book: StoredBook,
  version: StoredVersion,
): Promise<{ slug: string; edition: number; latest: StoredPublication | null }> {
  const latest =
    (await db
      .selectFrom('budget.publication')
      .selectAll()
      .where('version_id', '=', version.id)
      .orderBy('edition', 'desc')
      .executeTakeFirst()) ?? null
  if (latest) return { slug: latest.slug, edition: latest.edition + 1, latest }
  const rows = await db.selectFrom('budget.publication').select('slug').distinct().execute()
  const taken = new Set([...otherPages, ...rows.map((row) => row.slug)])
  const slug = taken.has(book.slug) ? freeSlug(`${book.slug} ${version.slug}`, taken) : book.slug
  return { slug, edition: 1, latest: null }
}

/**
 * One edition that can be read: what is withdrawn is not there.
 * @throws {Problem} notFound
 */
export async function readableEdition(
  db: Transaction<Tables>,
  slug: string,
  edition: number | undefined,
): Promise<StoredPublication> {
  const chosen = editionOf(await editionsAt(db, slug), edition)
  return found(chosen.withdrawn_at === null ? chosen : null)
}
