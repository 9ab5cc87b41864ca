import type { Role } from '../../../src/platform/access/roles.ts'

/** Who comes: an invented person with a role, somebody without an account, or the first one to a new system. */
export type Visitor = Role | 'nobody' | 'first'

/** An address as it is, or the page on which the first link of a form leads there, or to what comes before `onTo`. */
export type Address = string | { on: string; link: RegExp; onTo?: string }

/** By a page's address pattern: who visits it, and at which addresses. */
export type Visits = Record<string, [Visitor, ...Address[]]>
