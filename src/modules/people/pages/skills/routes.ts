import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const skillsRoutes: RouteConfigEntry[] = [
  route('people/skills', '../modules/people/pages/skills/skills-page.tsx'),
]
