import { Problem } from '#platform/operations/problem.ts'
import { limitedBody } from './limited-body.ts'

const megabyte = 1024 * 1024

/** At most this much in one form, in bytes: several files from those who have signed in, a few texts from others. */
const formLimits = { signedIn: 64 * megabyte, others: megabyte }

/**
 * A request whose form is not too large, as it came. One that is becomes a request for the page itself, so that
 * whoever sent it stands where they stood and is told.
 */
export function withinFormLimit(
  request: Request,
  signedIn: boolean,
): { request: Request; refused: Problem | null } {
  try {
    return {
      request: limitedBody(request, signedIn ? formLimits.signedIn : formLimits.others),
      refused: null,
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { request: new Request(request.url, { headers: formless(request.headers) }), refused: error }
  }
}

function formless(headers: Headers): Headers {
  const rest = new Headers(headers)
  for (const name of ['content-length', 'content-type']) rest.delete(name)
  return rest
}
