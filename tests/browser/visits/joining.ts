import type { Visits } from './visit.ts'

export const joiningVisits: Visits = {}
