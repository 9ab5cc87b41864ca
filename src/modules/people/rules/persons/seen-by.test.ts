import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/access/actor.ts'
import { roles, type Role } from '#platform/access/roles.ts'
import { eventPart } from './event-parts.ts'
import { rolesIn, unitsSeeing } from './seen-by.ts'

const person = (grants: [Role, string[]][]): Actor => ({
  kind: 'person',
  userId: 'somebody',
  name: 'Någon',
  grants: grants.map(([role, unitIds]) => ({ role, unitIds })),
  via: 'session',
  tokenScopes: null,
  secondFactor: true,
})
const both = person([
  ['board', ['district', 'a', 'b']],
  ['organiser', ['a']],
])

describe('trust in the units concerned', () => {
  it.each<[string, Actor, string[], readonly Role[]]>([
    ['where both are held', both, ['a'], ['board', 'organiser']],
    ['where only one is', both, ['b'], ['board']],
    ['by an extra membership', both, ['c', 'a'], ['board', 'organiser']],
    ['nowhere', both, ['c'], []],
    ['of nobody in particular', { kind: 'anonymous' }, ['a'], []],
    ['of the person at the machine', { kind: 'operator' }, ['a'], roles],
  ])('%s', (_, actor, unitIds, expected) => {
    expect(rolesIn(actor, unitIds)).toEqual(expected)
  })

  it('says where a part is seen', () => {
    expect(unitsSeeing(both, 'tags')).toEqual(['a'])
    expect(unitsSeeing(both, 'contact')).toEqual(['district', 'a', 'b'])
    expect(unitsSeeing({ kind: 'job', name: 'nightly' }, 'notes')).toBe('organisation')
  })
})

describe('an event', () => {
  it.each([
    ['contactAdded', {}, 'contact'],
    ['changed', { field: 'birthDate' }, 'birthDate'],
    ['changed', { field: 'familyName' }, null],
    ['noteAdded', {}, 'notes'],
    ['created', {}, null],
  ])('%s %j tells about %s', (kind, detail, part) => {
    expect(eventPart(kind, detail)).toBe(part)
  })
})
