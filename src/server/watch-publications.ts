import type { PageCache } from '#platform/http/page-cache.ts'
import { publishedMark } from '#modules/budget/index.ts'
import type { Application } from '../application.ts'

/** How soon it is seen that the command line has published or withdrawn something, in milliseconds. */
const interval = 5_000

/**
 * On the embedded engine the command line cannot tell the server what it has published: it must look for itself.
 * @returns what stops it, before the database is closed
 */
export function watchPublications(
  { database, services: { log } }: Application,
  pages: PageCache,
): () => void {
  if (database.kind !== 'embedded') return () => undefined
  let seen: string | null = null
  const look = async () => {
    const mark = await publishedMark(database.owner)
    if (seen !== null && mark !== seen) pages.clear()
    seen = mark
  }
  const tryToLook = () =>
    void look().catch((error: unknown) => log.debug({ error }, 'what is published could not be seen'))
  tryToLook()
  const timer = setInterval(tryToLook, interval)
  timer.unref()
  return () => clearInterval(timer)
}
