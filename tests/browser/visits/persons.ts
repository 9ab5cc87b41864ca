import type { Visits } from './visit.ts'

export const personsVisits: Visits = {}
