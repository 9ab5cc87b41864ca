import { redirect, type RouterContextProvider } from 'react-router'
import { ask, type Answer, type Question } from '#platform/auth/ask.ts'
import type { OpenSession } from '#platform/auth/open-session.ts'
import { addressHeader } from '#platform/auth/sign-in.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { visitOf, type Visit } from '../request-context.ts'
import { safeBack } from '../safe-back.ts'
import { accountPagesOf, type AccountPages } from './account-pages.ts'

type Arguments = { request: Request; context: Readonly<RouterContextProvider> }

/** Who reads an account page, and what the page works with. */
export type Reader = {
  visit: Visit
  pages: AccountPages
  headers: Headers
  language: Language
  address: string
  /** Asks the sign-in in the reader's name. */
  ask(question: Question): Promise<Answer>
}

/** The reader of a loader or action. */
export function readerOf({ request, context }: Arguments): Reader {
  const visit = visitOf({ context })
  const pages = accountPagesOf({ context })
  const { headers } = request
  const { language } = visit
  return {
    visit,
    pages,
    headers,
    language,
    address: headers.get(addressHeader) ?? '',
    ask: (question) => ask(pages.accounts.signIn, pages.accounts.publicUrl, { headers, language }, question),
  }
}

/** The reader, who must be signed in: others are shown the way, and led back. */
export function signedInReader(args: Arguments): Reader & { session: OpenSession } {
  const reader = readerOf(args)
  const { session } = reader.visit
  if (session) return { ...reader, session }
  const { pathname, search } = new URL(args.request.url)
  // A form that is sent again after signing in would be sent empty; its page is what is come back to.
  const back = args.request.method === 'GET' ? `${pathname}${search}` : pathname
  throw redirect(`/sign-in?back=${encodeURIComponent(back)}`)
}

/** Leads on, with cookies that the sign-in has set. */
export function leadOn(to: string, cookies: readonly string[]): Response {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return redirect(to, { headers })
}

/** Leads on after a first step: to the second one where there is one, else to where the reader was going. */
export function leadOnAfter(answer: Answer, back: string): Response {
  const to = answer.body['twoFactorRedirect'] === true ? withBack('/sign-in/code', back) : back
  return leadOn(to, answer.cookies)
}

/** The page to come back to, from the address or a form. */
export function backOf(source: URLSearchParams | FormData): string {
  return safeBack(source.get('back'))
}

/** An address that remembers where the reader was going. */
export function withBack(to: string, back: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...more, ...(back === '/' ? {} : { back }) }).toString()
  return query ? `${to}?${query}` : to
}

/** A form's field as text, without what stands around it; empty when it is not there. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A password as it was written, spaces and all. */
export function secretOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Whole minutes to wait, at least one. */
export function minutesOf(seconds: number | null): number {
  return Math.max(1, Math.ceil((seconds ?? 60) / 60))
}

/** Is this something that a mail could be sent to? Whether it exists is not asked. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254
}
