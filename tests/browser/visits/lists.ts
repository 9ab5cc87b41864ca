import type { Visits } from './visit.ts'

export const listsVisits: Visits = {}
