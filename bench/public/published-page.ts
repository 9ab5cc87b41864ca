export type PublishedPage = { address: string; html: string }

/**
 * Finds the first published budget as a reader does, by following links from the list of what is published.
 * @throws when nothing is published
 */
export async function publishedPage(url: string): Promise<PublishedPage> {
  const list = await read(`${url}/public`)
  const links = [...list.matchAll(/<a\b[^>]*\bhref="(\/public\/[^"?#]+)"/g)].map(([, path]) => path!)
  const budget = links.find((path) => path.split('/').length > 3)
  if (budget === undefined) throw new Error('No published budget was found in the list at /public.')
  const address = url + budget
  return { address, html: await read(address) }
}

async function read(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} is answered with ${answer.status}.`)
  return answer.text()
}
