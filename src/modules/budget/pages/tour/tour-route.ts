import { redirect, type LoaderFunctionArgs } from 'react-router'
import { setCookie } from '#platform/http/cookies.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { safeBack } from '#web/safe-back.ts'
import { getBook } from '../../operations/get-book.ts'
import { readTourState, tourCookie, tourPage } from './tour-state.ts'

/** Keeps the step the reader goes to, and leads to its page; back to where it was put away when it has ended. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { slug } = await orProblemPage(visit.call(getBook, { book: params['book'] ?? '' }))
  const { searchParams } = new URL(request.url)
  const to = readTourState(searchParams.get('to')) ?? 1
  const root = `/budget/${slug}`
  const there = to === 'ended' ? safeBack(searchParams.get('back') ?? root) : tourPage(root, to)
  const cookie = setCookie(tourCookie, String(to), visit.publicUrl.startsWith('https:'))
  return redirect(there, { headers: { 'set-cookie': cookie } })
}
