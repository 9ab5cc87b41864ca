import { addressHeader } from '#platform/auth/sign-in.ts'
import { languageFromHeader } from '#platform/i18n/languages.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Application } from '../../application.ts'
import { authenticateToken } from '../authenticate-token.ts'
import { visitFor } from '../visit.ts'

/** An organisation that nobody has: for callers before there is one. */
const noOrganisation = '00000000-0000-7000-8000-000000000000'

/** Who calls the interface, in which organisation and language: by a key, or by the session of a browser. */
export async function restCaller(
  application: Application,
  request: Request,
  requestId: string,
): Promise<Caller> {
  const address = request.headers.get(addressHeader) ?? ''
  const byToken = await authenticateToken(application, request)
  if (byToken) {
    const language = languageFromHeader(request.headers.get('accept-language'))
    return { ...byToken, language, requestId, address }
  }
  const visit = await visitFor(application, request, requestId)
  return {
    actor: visit.actor,
    organisationId: visit.organisation?.id ?? noOrganisation,
    language: visit.language,
    requestId,
    address,
  }
}
