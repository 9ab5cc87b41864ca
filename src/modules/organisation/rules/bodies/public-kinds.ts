/** Whose a public body is. */
export const publicLevels = ['municipality', 'region', 'state', 'other'] as const
export type PublicLevel = (typeof publicLevels)[number]

/** What a public body is. */
export const publicBodyKinds = ['council', 'executive', 'committee', 'company', 'other'] as const
export type PublicBodyKind = (typeof publicBodyKinds)[number]
