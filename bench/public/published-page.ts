import { setTimeout } from 'node:timers/promises'

export type PublishedPage = { address: string; html: string }

/** The files of a new publication are made one after another; so long without a new one, and they are all there. */
const quiet = 6_000
const longest = 90_000

/**
 * Finds the first published budget as a reader does, by following links from the list of what is published, and
 * waits until its files are made: their making is not what is measured.
 * @throws when nothing is published
 */
export async function publishedPage(url: string): Promise<PublishedPage> {
  const list = await read(`${url}/public`)
  const links = [...list.matchAll(/<a\b[^>]*\bhref="(\/public\/[^"?#]+)"/g)].map(([, path]) => path!)
  const budget = links.find((path) => path.split('/').length > 3)
  if (budget === undefined) throw new Error('No published budget was found in the list at /public.')
  const address = url + budget
  return { address, html: await withFiles(address) }
}

async function withFiles(address: string): Promise<string> {
  const started = performance.now()
  for (let [files, since] = [0, Number.POSITIVE_INFINITY]; ;) {
    const html = await read(address)
    const now = performance.now()
    const found = html.match(/href="[^"]*\/files\//g)?.length ?? 0
    if (found > files) [files, since] = [found, now]
    if (now - since > quiet || now - started > longest) return html
    await setTimeout(500)
  }
}

async function read(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} is answered with ${answer.status}.`)
  return answer.text()
}
