import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The interface for programs, described for people. */
export const interfaceRoutes: RouteConfigEntry[] = [route('api', 'interface/interface-page.tsx')]
