import { onDay } from '#web/as-of/as-of.ts'

/** A unit's address, on a day when it is not today's. */
export const unitAddress = (id: string, day: string | null = null) => onDay(`/organisation/units/${id}`, day)
/** A body's address, on a day when it is not today's. */
export const bodyAddress = (id: string, day: string | null = null) => onDay(`/organisation/bodies/${id}`, day)
/** A public body's. */
export const publicBodyAddress = (id: string, day: string | null = null) =>
  onDay(`/organisation/public-bodies/${id}`, day)
/** Where a person's posts are. */
export const postsAddress = (personId: string, day: string | null = null) =>
  onDay(`/people/${personId}/posts`, day)
