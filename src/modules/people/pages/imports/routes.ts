import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const importsRoutes: RouteConfigEntry[] = [
  route('people/import', '../modules/people/pages/imports/imports-page.tsx'),
  route('people/import/:run', '../modules/people/pages/imports/run-page.tsx'),
  route('people/import/:run/progress', '../modules/people/pages/imports/progress-page.tsx'),
  route('people/import/:run/refused.csv', '../modules/people/pages/imports/refused-file.ts'),
]
