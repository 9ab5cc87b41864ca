import type { Visits } from './visit.ts'

export const unitUseVisits: Visits = {
  '/organisation/use': ['organiser', '/organisation/use', '/organisation/use?quiet'],
  '/people/skills': ['organiser', '/people/skills', '/people/skills?words=qqqq'],
}
