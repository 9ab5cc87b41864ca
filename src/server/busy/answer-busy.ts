import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '#platform/database/database.ts'
import { isStopWord, longWriting, type LongWriting } from '#platform/database/long-writing.ts'
import { languageFromHeader, type Language } from '#platform/i18n/languages.ts'
import { Problem } from '#platform/operations/problem.ts'
import { problemAnswer } from '../rest/answers.ts'
import { busyPage } from './busy-page.ts'
import { busyTexts } from './busy-texts.ts'

/** How soon the page looks again, in seconds. */
const again = 3
/** For how long a page's own script is left to wait; it cannot show what is answered here. */
const patience = 60_000

/**
 * Answers for the embedded database while an import keeps it: how far it has come, and for the one who began it a way to
 * stop it. Without this everybody would wait and then be told that nothing answers.
 * @param styles addresses of the style sheets that every page has
 * @returns null when the request can be answered as always
 */
export async function answerBusy(
  request: Request,
  { kind, styles, requestId }: { kind: Database['kind']; styles: readonly string[]; requestId: string },
): Promise<Response | null> {
  const writing = kind === 'embedded' ? longWriting() : null
  if (!writing) return null
  const url = new URL(request.url)
  const language = languageFromHeader(request.headers.get('accept-language'))
  if (url.pathname.startsWith('/api/')) {
    const problem = new Problem('unavailable', { detail: 'importWriting' })
    return problemAnswer(problem, { language, texts: busyTexts, requestId, publicUrl: url.origin })
  }
  if (url.pathname.endsWith('.data') || request.headers.get('accept') === 'text/event-stream') {
    await Promise.race([writing.ended, wait(patience, undefined, { ref: false })])
    return null
  }
  const mayStop = isStopWord(writing, url.searchParams.get('stop') ?? '')
  if (request.method === 'POST' && mayStop) return stopped(writing, url)
  return page(request, writing, { language, styles, mayStop })
}

async function stopped(writing: LongWriting, { pathname }: URL): Promise<Response> {
  writing.stop()
  // What it wrote is taken back meanwhile.
  await Promise.race([writing.ended, wait(patience, undefined, { ref: false })])
  return new Response(null, { status: 303, headers: { location: pathname } })
}

function page(
  request: Request,
  writing: LongWriting,
  shown: { language: Language; styles: readonly string[]; mayStop: boolean },
): Response {
  const isForm = request.method !== 'GET' && request.method !== 'HEAD'
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': shown.language,
    'cache-control': 'no-store',
    'retry-after': String(again),
  })
  // Sent again by itself, a form would be sent without what was written in it.
  if (!isForm) headers.set('refresh', String(again))
  return new Response(busyPage({ ...shown, share: writing.share(), isForm }), { status: 503, headers })
}
