import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const unitUseRoutes: RouteConfigEntry[] = [
  route('organisation/use', '../modules/people/pages/use/use-page.tsx'),
]
