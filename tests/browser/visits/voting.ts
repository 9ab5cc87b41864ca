import type { Visits } from './visit.ts'

export const votingVisits: Visits = {
  '/people/voting': ['registrar', '/people/voting', '/people/voting?asOf=2025-03-15'],
}
