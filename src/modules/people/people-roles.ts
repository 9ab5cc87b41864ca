import type { Policy } from '#platform/access/policy.ts'
import type { Role } from '#platform/access/roles.ts'

type Roles = readonly [Role, ...Role[]]

/** Those who keep the register: every part of a record, imports, merging. */
export const registrars = ['owner', 'registrar'] as const satisfies Roles

/** Those who work with members: they meet them, note what was said, build lists. */
export const organisers = ['owner', 'registrar', 'organiser'] as const satisfies Roles

/** Those who see who the members are. Which parts of a record each sees is said in rules/visible-parts.ts. */
export const registerReaders = [
  'owner',
  'registrar',
  'organiser',
  'board',
  'auditor',
] as const satisfies Roles

/** What is about persons asks for a session opened with two factors. */
export const registerPolicy = {
  allow: 'roles',
  roles: registerReaders,
  secondFactor: true,
} as const satisfies Policy
export const organiserPolicy = {
  allow: 'roles',
  roles: organisers,
  secondFactor: true,
} as const satisfies Policy
export const registrarPolicy = {
  allow: 'roles',
  roles: registrars,
  secondFactor: true,
} as const satisfies Policy
/** The named roles who see those whose identity is protected, in the few operations made for it. */
export const protectedPolicy = {
  allow: 'roles',
  roles: registrars,
  secondFactor: true,
  protectedIdentities: true,
} as const satisfies Policy
