import type { Visits } from './visit.ts'

// The demo has imported nothing: what is shown of a run is that there is no such one.
const none = '01900000-0000-7000-8000-000000000000'

export const importsVisits: Visits = {
  '/people/import': ['registrar', '/people/import'],
  '/people/import/:run': ['registrar', `/people/import/${none}`],
  '/people/import/:run/progress': ['registrar', `/people/import/${none}/progress`],
}
