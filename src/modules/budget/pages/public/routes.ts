import { index, prefix, route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/budget/pages/public/${file}`

/**
 * What everybody may read, without an account and without scripts. The organisation stands in the address; after it
 * what the budget is published as; then the edition, where one is meant: without it, the latest.
 */
export const publicBudgetRoutes: RouteConfigEntry[] = prefix('public', [
  index(page('to-organisation.ts')),
  route(':organisation', page('published-page.tsx')),
  route(':organisation/:slug/:edition?', page('publication-layout.tsx'), [
    index(page('overview-page.tsx')),
    route('boards', page('boards-page.tsx')),
    route('boards/:board', page('board-page.tsx')),
    route('boards/:board/:row', page('board-row-page.tsx')),
    route('reforms', page('reforms-page.tsx')),
    route('reforms/:reform', page('reform-page.tsx')),
    route('assignments', page('assignments-page.tsx')),
    route('assignments/:assignment', page('assignment-page.tsx')),
    route('tables', page('tables-page.tsx')),
    route('tables/:table', page('table-page.tsx')),
    route('tables/:table/:row', page('table-row-page.tsx')),
    route('chapters', page('chapters-page.tsx')),
    route('chapters/:chapter', page('chapter-page.tsx')),
    route('findings', page('findings-page.tsx')),
    route('about', page('about-page.tsx')),
  ]),
  route(':organisation/:slug/:edition?/files/:name', page('file-route.ts')),
])
