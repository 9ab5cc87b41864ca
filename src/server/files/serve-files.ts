import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

/** Files whose name holds the hash of what is in them: such a name never means anything else. */
export const hashedFiles = '/assets/'

/** Files under names of their own, which browsers ask for anew after an hour. */
const namedFiles = new Set(['/icon.svg'])

/** Answers for the files of the pages. @returns false when the address is not one of theirs */
export type FileServer = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

/**
 * Hands out the built files, packed where the reader understands it, to be kept for ever where the name allows it.
 * @param folder where the build put them; what comes later is not seen
 * @param headers sent with every one
 */
export function serveFiles(folder: string, headers: Readonly<Record<string, string>>): FileServer {
  const serve = sirv(folder, {
    gzip: true,
    brotli: true,
    etag: true,
    immutable: true,
    maxAge: 31_536_000,
    extensions: [],
  })
  return (request, response, path) => {
    const named = namedFiles.has(path)
    if (!named && !path.startsWith(hashedFiles)) return false
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (named) response.setHeader('Cache-Control', 'public, max-age=3600')
    if (request.method === 'GET' || request.method === 'HEAD') {
      serve(request, response, () => notThere(response))
    } else {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
    }
    return true
  }
}

function notThere(response: ServerResponse): void {
  // An older page may ask for what is gone; a newer build may have it again.
  response.writeHead(404, { 'cache-control': 'no-store' }).end()
}
