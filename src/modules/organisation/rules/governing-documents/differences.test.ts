import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differencesBetween, isOtherwise } from './differences.ts'
import { paragraphsOf, type Paragraph } from './paragraphs.ts'

const told = (before: string, after: string) =>
  differencesBetween(paragraphsOf(before), paragraphsOf(after)).map(
    ({ what, before: one, after: other }) => `${what} ${one?.number ?? '-'} ${other?.number ?? '-'}`,
  )

it.each([
  ['nothing', '§ 1 A\n\n§ 2 B', '§ 1 A\n\n§ 2 B', ['same 1 1', 'same 2 2']],
  ['other words', '§ 1 A\n\n§ 2 B', '§ 1 A\n\n§ 2 C', ['same 1 1', 'changed 2 2']],
  ['one put in', '§ 1 A\n\n§ 2 B', '§ 1 A\n\n§ 2 N\n\n§ 3 B', ['same 1 1', 'added - 2', 'renumbered 2 3']],
  [
    'one taken out',
    '§ 1 A\n\n§ 2 B\n\n§ 3 C',
    '§ 1 A\n\n§ 2 C',
    ['same 1 1', 'removed 2 -', 'renumbered 3 2'],
  ],
  ['one at the end', '§ 1 A', '§ 1 A\n\n§ 2 B', ['same 1 1', 'added - 2']],
  ['another heading', 'Förr\n\n§ 1 A', 'Nu\n\n§ 1 A', ['removed  -', 'added - ', 'same 1 1']],
  ['all of it', '§ 1 A', '§ 2 B', ['removed 1 -', 'added - 2']],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

const paragraph = fc.record({
  number: fc.constantFrom('', '1', '2', '3', '4'),
  text: fc.constantFrom('namn', 'ändamål', 'möten', 'val', 'kassa'),
})
const version: fc.Arbitrary<Paragraph[]> = fc.array(paragraph, { maxLength: 8 })

it('holds the whole of both versions, each in its order', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const differences = differencesBetween(before, after)
      expect(differences.flatMap((each) => each.before ?? [])).toEqual(before)
      expect(differences.flatMap((each) => each.after ?? [])).toEqual(after)
      const wrong = differences.filter(
        ({ what, before: one, after: other }) =>
          (what === 'same' && (one.number !== other.number || one.text !== other.text)) ||
          (what === 'renumbered' && one.text !== other.text) ||
          (what === 'changed' && one.number !== other.number),
      )
      expect(wrong).toEqual([])
    }),
  )
})

it('finds no difference between a version and itself', () => {
  fc.assert(
    fc.property(version, (one) => {
      expect(isOtherwise(differencesBetween(one, one))).toBe(false)
    }),
  )
})

it('finds one between two that are not alike', () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other))
      expect(isOtherwise(differencesBetween(one, other))).toBe(true)
    }),
  )
})
