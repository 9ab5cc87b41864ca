import type { Dated } from '../unit-records.ts'

/** A body's list for a period: from its first day to its last, or until there is a new one. */
export type PriorityList = Dated & { id: string; unitId: string; bodyId: string; title: string }

/** What a priority was, and at which place in its list, from a day to a day. */
export type PriorityRecord = Dated & {
  id: string
  priorityId: string
  listId: string
  /** 1 comes first. */
  rank: number
  title: string
  why: string
}

/** A priority as it stood on a day. */
export type PriorityOn = { id: string; rank: number; title: string; why: string }
