import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/growth/${file}`

/** How units grow, where their members live, and how many delegates they send. */
export const growthRoutes: RouteConfigEntry[] = [
  route('organisation/units/:unit/growth', page('growth-page.tsx')),
  route('organisation/units/:unit/areas', page('areas-page.tsx')),
  route('organisation/bodies/:body/delegates', page('delegates-page.tsx')),
  route('organisation/bodies/:body/delegates.csv', page('delegates-file.ts')),
]
