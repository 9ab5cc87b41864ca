import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/posts/${file}`

/** Bodies and mandates with those who hold something in them, a person's posts, and whom everybody can turn to. */
export const postsRoutes: RouteConfigEntry[] = [
  route('organisation/chart', page('chart-page.tsx')),
  route('organisation/chart.svg', page('chart-file.ts')),
  route('organisation/bodies', page('bodies-page.tsx')),
  route('organisation/bodies/:body', page('body-page.tsx')),
  route('organisation/mandates', page('mandates-page.tsx')),
  route('organisation/public-bodies/:publicBody', page('public-body-page.tsx')),
  route('organisation/siblings', page('siblings-page.tsx')),
  route('organisation/remuneration', page('remuneration-page.tsx')),
  route('organisation/remuneration/changes', page('remuneration-changes-page.tsx')),
  route('organisation/health', page('health-page.tsx')),
  route('organisation/popolo.json', page('popolo-file.ts')),
  route('people/:person/posts', page('person-posts-page.tsx')),
  route('public/:organisation/contacts', page('public-contacts-page.tsx')),
]
