import { describe, expect, it } from 'vitest'
import { afterBeginning, readSearch } from './read-search.ts'

const nothing = { words: [], email: null, phone: null, personalNumber: null }

describe('what is looked for', () => {
  it.each([
    ['', nothing],
    ['Åsa Märta-Lisa', { ...nothing, words: ['asa', 'marta', 'lisa'] }],
    ['  berg   an ', { ...nothing, words: ['berg', 'an'] }],
    ['asa.berg@Example.org', { ...nothing, email: 'asa.berg@example.org' }],
    ['berg asa@', { ...nothing, words: ['berg'], email: 'asa@' }],
    ['070-123 45 67', { ...nothing, phone: '+46701234567' }],
    ['0701', { ...nothing, phone: '+46701' }],
    ['+46 (0)70', { ...nothing, phone: '+4670' }],
    ['0047 22', { ...nothing, phone: '+4722' }],
    ['19121212-1212', { ...nothing, personalNumber: '19121212-1212' }],
    ['121212+1212', { ...nothing, personalNumber: '19121212-1212' }],
    ['121212-1213', { ...nothing, phone: '+461212121213' }],
    ['😀', nothing],
    ['12', { ...nothing, words: ['12'] }],
  ])('%s', (text, search) => {
    expect(readSearch(text, '2026-11-22')).toEqual(search)
  })

  it.each([
    ['asa', 'asb'],
    ['a', 'b'],
    ['+4670', '+4671'],
  ])('%s ends before %s', (beginning, after) => {
    expect(afterBeginning(beginning)).toBe(after)
  })
})
