import type { Visits } from './visit.ts'

export const duplicatesVisits: Visits = {}
