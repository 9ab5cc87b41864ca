import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const folder = '../modules/people/pages/privacy'

/** The own page of a member, and the pages about what is kept of persons and who sees it. */
export const privacyRoutes: RouteConfigEntry[] = [
  route('me', `${folder}/own-page.tsx`),
  route('me/everything', `${folder}/everything-page.tsx`),
  route('me/everything.json', `${folder}/everything-file.ts`),
  route('me/readings', `${folder}/readings-page.tsx`),
  route('me/link', `${folder}/link-page.tsx`),
  route('calendar/:file', `${folder}/calendar-file.ts`),
  route('people/erasures', `${folder}/erasures-page.tsx`),
  route('people/retention', `${folder}/retention-page.tsx`),
  route('people/processing', `${folder}/processing-page.tsx`),
  route('people/processing.csv', `${folder}/processing-file.ts`),
  route('people/access-review', `${folder}/access-review-page.tsx`),
  route('people/:person/privacy', `${folder}/person-privacy-page.tsx`),
  route('people/:person/everything.json', `${folder}/person-everything-file.ts`),
  route('people/opened', `${folder}/opened-page.tsx`),
  route('people/opened/:opened', `${folder}/opened-record-page.tsx`),
]
