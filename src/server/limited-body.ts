import { Problem } from '#platform/operations/problem.ts'

/**
 * The same request, whose body is refused as soon as it is known to be too large: by what it says of itself before
 * a byte is read, else after as many bytes as are allowed.
 * @throws {Problem} tooLarge, at once or while the body is read
 */
export function limitedBody(request: Request, limit: number): Request {
  if (!request.body) return request
  const tooLarge = () => new Problem('tooLarge', { facts: { limit } })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  let read = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.byteLength
        if (read > limit) controller.error(tooLarge())
        else controller.enqueue(chunk)
      },
    }),
  )
  return new Request(request, { body: counted, duplex: 'half' } as RequestInit)
}
