import { route, type RouteConfigEntry } from '@react-router/dev/routes'

export const personsRoutes: RouteConfigEntry[] = [
  route('people', '../modules/people/pages/persons/register-page.tsx'),
  route('people/new', '../modules/people/pages/persons/new-person-page.tsx'),
  route('people/protected', '../modules/people/pages/persons/protected-page.tsx'),
  route('people/protected/:person', '../modules/people/pages/persons/protected-person-page.tsx'),
  route('people/settings', '../modules/people/pages/persons/settings-page.tsx'),
  route('people/moves/:unit', '../modules/people/pages/persons/moves-page.tsx'),
  route('people/members', '../modules/people/pages/persons/members-page.tsx'),
  route('people/:person', '../modules/people/pages/persons/person-page.tsx'),
  route('people/:person/edit', '../modules/people/pages/persons/edit-person-page.tsx'),
]
