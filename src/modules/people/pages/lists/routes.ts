import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const listsRoutes: RouteConfigEntry[] = [
  route('people/lists', '../modules/people/pages/lists/lists-page.tsx'),
  route('people/lists/new', '../modules/people/pages/lists/new-list-page.tsx'),
  route('people/lists/:list', '../modules/people/pages/lists/list-page.tsx'),
  route('people/lists/:list/edit', '../modules/people/pages/lists/edit-list-page.tsx'),
  route('people/lists/:list/export', '../modules/people/pages/lists/export-route.ts'),
]
