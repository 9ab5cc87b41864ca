import type { Visits } from './visit.ts'

export const postsVisits: Visits = {}
