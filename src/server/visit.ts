import { randomBytes } from 'node:crypto'
import { anonymous, type Actor } from '#platform/access/actor.ts'
import { decide } from '#platform/access/decide.ts'
import { readSession, type OpenSession } from '#platform/auth/open-session.ts'
import { addressHeader } from '#platform/auth/sign-in.ts'
import { cookies } from '#platform/http/cookies.ts'
import { isLanguage, languageFromHeader, type Language } from '#platform/i18n/languages.ts'
import { tokenScope } from '#platform/operations/call.ts'
import { belongingsOf, type Belonging } from '#modules/organisation/index.ts'
import type { Visit } from '#web/request-context.ts'
import type { Application } from '../application.ts'

/** An organisation that nobody has: what a visitor sees before there is one. */
const noOrganisation = '00000000-0000-7000-8000-000000000000'

type Visitor = {
  actor: Actor
  session: OpenSession | null
  belongings: Belonging[]
  chosen: Belonging | null
}

/** A public page: the organisation whose it is stands in the address, so that it is the same for everybody. */
const publicPage = /^\/(?:public|join)\/([^/]+)/

/** Whoever reads a public page, signed in or not. */
const reader: Visitor = { actor: anonymous, session: null, belongings: [], chosen: null }

/** Finds out who is visiting, for which organisation and in which language. */
export async function visitFor(
  application: Application,
  request: Request,
  requestId: string,
): Promise<Omit<Visit, 'refused'>> {
  const jar = cookies(request.headers)
  const publisher = publicPage.exec(new URL(request.url).pathname)?.[1] ?? null
  const visitor =
    publisher === null ? await visitorOf(application, request, jar.get('organisation') ?? null) : reader
  const { actor, session } = visitor
  const language = languageOf(request, jar, session)
  const organisation = await organisationOf(application, visitor, publisher)
  const caller = {
    actor,
    organisationId: organisation?.id ?? noOrganisation,
    language,
    requestId,
    address: request.headers.get(addressHeader) ?? '',
  }
  const theme = jar.get('theme')
  return {
    actor,
    session,
    organisation,
    organisations: visitor.belongings.map((each) => ({
      slug: each.organisationSlug,
      name: each.organisationName,
    })),
    language,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    nonce: randomBytes(16).toString('base64'),
    publicUrl: application.services.publicUrl,
    demo: organisation?.isDemo ?? false,
    may(operation) {
      const registered = application.registry.find(operation.name)
      if (!registered) return false
      return decide(actor, operation.policy, tokenScope(registered.module, registered.operation)).allowed
    },
    call: (operation, input) => application.call(operation, input, caller),
  }
}

/** What was chosen on this device, else in the account, else in the browser. */
function languageOf(request: Request, jar: Map<string, string>, session: OpenSession | null): Language {
  const chosen = jar.get('language')
  if (isLanguage(chosen)) return chosen
  return session?.language ?? languageFromHeader(request.headers.get('accept-language'))
}

/** Who the session belongs to, and the organisation they work in: the one last chosen, else their first. */
async function visitorOf(
  application: Application,
  request: Request,
  wanted: string | null,
): Promise<Visitor> {
  const session = await readSession(application.accounts, request.headers)
  if (!session) return { actor: anonymous, session, belongings: [], chosen: null }
  const belongings = await belongingsOf(application.database.owner, session.userId, application.host.now())
  const chosen = belongings.find((each) => each.organisationSlug === wanted) ?? belongings[0] ?? null
  const actor: Actor = {
    kind: 'person',
    userId: session.userId,
    name: session.name,
    grants: chosen?.grants ?? [],
    via: 'session',
    tokenScopes: null,
    // The demo's accounts are entered by a button, and what they reach is invented.
    secondFactor: session.secondFactor || session.isDemo,
  }
  return { actor, session, belongings, chosen }
}

async function organisationOf(
  application: Application,
  visitor: Visitor,
  publisher: string | null,
): Promise<Visit['organisation']> {
  const query = application.database.owner
    .selectFrom('organisation.organisation')
    .select(['id', 'slug', 'name', 'accent_hue as accentHue', 'is_demo as isDemo'])
  if (publisher !== null) return (await query.where('slug', '=', publisher).executeTakeFirst()) ?? null
  const row = visitor.chosen
    ? await query.where('id', '=', visitor.chosen.organisationId).executeTakeFirst()
    : // Without a session: the installation's own organisation; a demo only while there is nothing else.
      await query.orderBy('is_demo').orderBy('created_at').executeTakeFirst()
  return row ?? null
}
