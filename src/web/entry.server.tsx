import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { readHandles } from './handle.ts'
import { visitContext } from './request-context.ts'

/** A page that is not finished by then is given up, with an answer. */
export const streamTimeout = 10_000

/** Renders a page whole; says by `x-scripts` whether the browser may run any. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitContext)
  const { scripts } = readHandles(
    entryContext.staticHandlerContext.matches.map((match) => ({ handle: match.route.handle })),
  )
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          headers.set('content-type', 'text/html; charset=utf-8')
          if (scripts) headers.set('x-scripts', 'yes')
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError: reject,
      },
    )
    setTimeout(abort, streamTimeout).unref()
  })
}
