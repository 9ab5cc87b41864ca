import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The pages about people's access; paths are from the web application's folder. */
export const organisationRoutes: RouteConfigEntry[] = [
  route('system/access', '../modules/organisation/pages/access.tsx'),
]
