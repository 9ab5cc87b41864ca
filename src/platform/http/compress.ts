const compressible =
  /^(text\/|application\/(json|javascript|xml|problem\+json|openapi\+json|ld\+json)|image\/svg)/

/** Packs a page or a JSON answer for the line, when the reader understands it. Live streams are left alone. */
export function compressed(request: Request, response: Response): Response {
  const type = response.headers.get('content-type') ?? ''
  if (
    !response.body ||
    response.headers.has('content-encoding') ||
    type.startsWith('text/event-stream') ||
    !compressible.test(type) ||
    !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  ) {
    return response
  }
  const headers = new Headers(response.headers)
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'Accept-Encoding')
  headers.delete('content-length')
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
    status: response.status,
    statusText: response.statusText,
    headers,
  })
}
