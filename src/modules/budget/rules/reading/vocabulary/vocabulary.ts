import type { Role } from '../../roles.ts'

/** The ways each role is worded, in plain Swedish; inflection, capitals and small words do not matter. */
export type Vocabulary = Partial<Record<Role, readonly string[]>>
