import { expect, test } from 'vitest'
import { exampleBook } from '../../reading/example.fixture.ts'
import { checkBook } from '../check.ts'
import { findingsOf } from '../report.ts'
import { largerBook } from './larger-book.fixture.ts'

/** How many findings each rule has, a multiple of `copies` as one. */
function perCopy(copies: number): Record<string, number> {
  const found = findingsOf(checkBook(largerBook(exampleBook(), copies)))
  const byRule = Map.groupBy(found, ({ rule }) => rule)
  return Object.fromEntries([...byRule].map(([rule, findings]) => [rule, findings.length / copies]))
}

test('in each copy is found what is found in the book, and nothing between them', () => {
  expect(perCopy(3)).toEqual(perCopy(1))
})
