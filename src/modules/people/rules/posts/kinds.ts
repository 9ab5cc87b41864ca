/** What somebody is in a public body beside a member of it; nothing for most. */
export const mandatePosts = ['', 'chair', 'viceChair', 'secondViceChair', 'groupLeader'] as const
export type MandatePost = (typeof mandatePosts)[number]

/** How much of somebody's time is paid: all of it, a share, or by the hour. */
export const remunerationKinds = ['full', 'part', 'hourly'] as const
export type RemunerationKind = (typeof remunerationKinds)[number]
