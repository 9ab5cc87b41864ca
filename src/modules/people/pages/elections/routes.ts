import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/elections/${file}`

/** Elections to public bodies, who governs there, and posts by agreement. */
export const electionsRoutes: RouteConfigEntry[] = [
  route('organisation/elections', page('elections-page.tsx')),
  route('organisation/elections/:election', page('election-page.tsx')),
  route('organisation/elections/:election/results', page('results-page.tsx')),
  route('organisation/agreements', page('agreements-page.tsx')),
]
