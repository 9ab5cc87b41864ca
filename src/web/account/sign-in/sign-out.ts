import { redirect } from 'react-router'
import { addressHeader } from '#platform/auth/sign-in.ts'
import { whence } from '#platform/auth/sign-in-events.ts'
import { leadOn, readerOf } from '../reader.ts'
import type { Route } from './+types/sign-out'

/** Ends the session on the server, takes its cookies back, and leads to the start. */
export async function action({ request, context }: Route.ActionArgs) {
  const reader = readerOf({ request, context })
  const answer = await reader.ask({ path: '/sign-out' })
  if (reader.visit.session) {
    await reader.pages.accounts.record({
      name: 'sign-out',
      userId: reader.visit.session.userId,
      by: 'person',
      detail: whence(reader.headers, addressHeader),
    })
  }
  // The demo's start page is where one becomes somebody else.
  return leadOn(reader.visit.demo ? '/' : '/sign-in?notice=signedOut', answer.cookies)
}

/** The address has nothing to show by itself. */
export function loader() {
  return redirect('/')
}
