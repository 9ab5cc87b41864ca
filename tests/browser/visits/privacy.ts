import type { Visits } from './visit.ts'

export const privacyVisits: Visits = {}
