import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const duplicatesRoutes: RouteConfigEntry[] = [
  route('people/duplicates', '../modules/people/pages/duplicates/duplicates-page.tsx'),
  route('people/duplicates/:pair', '../modules/people/pages/duplicates/pair-page.tsx'),
]
