import { expect, it } from 'vitest'
import { roles } from '#platform/access/roles.ts'
import { visibleParts, type RecordPart } from './visible-parts.ts'

const see = (part: RecordPart) => roles.filter((role) => visibleParts([role]).has(part))

it('shows notes and numbers to those who keep the register, and to nobody by chance', () => {
  expect(see('personalNumber')).toEqual(['owner', 'registrar'])
  expect(see('notes')).toEqual(['owner', 'registrar', 'organiser'])
  expect(see('affiliations')).toEqual(['owner', 'registrar', 'organiser'])
  expect(see('contact')).toEqual(['owner', 'registrar', 'organiser', 'board'])
  expect(see('memberships')).toEqual(['owner', 'registrar', 'organiser', 'board', 'auditor'])
})

it('adds up what several roles see', () => {
  expect(visibleParts(['board', 'auditor']).has('consents')).toBe(true)
  expect(visibleParts(['member', 'caller']).size).toBe(0)
})
