import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { contentFingerprint } from './content-fingerprint.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

/** How a body stands to a version: `changed` when it approved, but the content is another since. */
export type SignOffState = 'waiting' | 'approved' | 'returned' | 'changed'

/** A body that must anchor a version, and the last thing it said. */
export type SignOffStanding = {
  bodyId: string
  name: string
  state: SignOffState
  decidedOn: string | null
  reference: string
  note: string
  recordedBy: string
}

/** How the bodies of each of these versions stand to it as it is now, by version, in the order they are asked. */
export async function readSignOffStandings(
  db: Transaction<Tables>,
  book: StoredBook,
  versions: readonly StoredVersion[],
): Promise<Map<string, SignOffStanding[]>> {
  const asked = await db
    .selectFrom('budget.sign_off_body')
    .select(['version_id', 'body_id', 'body_name'])
    .where('book_id', '=', book.id)
    .orderBy('position')
    .execute()
  const said = await db
    .selectFrom('budget.sign_off')
    .selectAll()
    .where('book_id', '=', book.id)
    .orderBy('recorded_at')
    .execute()
  const last = new Map(said.map((each) => [`${each.version_id} ${each.body_id}`, each]))
  return new Map(
    versions.map((version) => {
      const bodies = asked.filter((body) => body.version_id === version.id)
      const now = bodies.length > 0 ? contentFingerprint(book, version) : ''
      return [
        version.id,
        bodies.map((body) => standing(body, last.get(`${version.id} ${body.body_id}`), now)),
      ]
    }),
  )
}

/** The same for one version. */
export async function readSignOffs(
  db: Transaction<Tables>,
  book: StoredBook,
  version: StoredVersion,
): Promise<SignOffStanding[]> {
  return (await readSignOffStandings(db, book, [version])).get(version.id) ?? []
}

type Said = {
  decision: string
  decided_on: string
  reference: string
  note: string
  recorded_by_name: string
  content_fingerprint: string
}

function standing(
  body: { body_id: string; body_name: string },
  last: Said | undefined,
  now: string,
): SignOffStanding {
  const isStale = last?.decision === 'approved' && last.content_fingerprint !== now
  return {
    bodyId: body.body_id,
    name: body.body_name,
    state: isStale ? 'changed' : ((last?.decision ?? 'waiting') as SignOffState),
    decidedOn: last?.decided_on ?? null,
    reference: last?.reference ?? '',
    note: last?.note ?? '',
    recordedBy: last?.recorded_by_name ?? '',
  }
}
