import { redirect } from 'react-router'
import { backOf, readerOf, withBack } from '../reader.ts'
import type { Route } from './+types/next'

/** Where the identity provider leads back to: on, or to the second step for those who have one. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { visit } = readerOf({ request, context })
  const back = backOf(new URL(request.url).searchParams)
  throw redirect(visit.session ? back : withBack('/sign-in/code', back))
}
