import type { Visits } from './visit.ts'

export const importsVisits: Visits = {}
