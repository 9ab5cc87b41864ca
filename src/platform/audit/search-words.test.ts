import { describe, expect, it } from 'vitest'
import { searchWords } from './search-words.ts'

const saying = (word: string) => (word === 'skapade' ? ['create-book', 'create-organisation'] : [])

describe('what is searched for in the log', () => {
  it.each([
    ['nothing', '', null],
    ['only signs', `'; --`, null],
    ['one word', 'Budget', `('budget':*)`],
    ['two words', 'budget 2025', `('budget':*) & ('2025':*)`],
    ['an id', '0192a3b4-0001-7000', `('0192a3b4-0001-7000':*)`],
    ['an address', 'namn@example.org', `('namn@example.org':*)`],
    [
      'quotation marks and operators',
      `a'b | !(c) & d\\e:*`,
      `('a':*) & ('b':*) & ('c':*) & ('d':*) & ('e':*)`,
    ],
  ])('%s', (_, text, words) => expect(searchWords(text)).toBe(words))

  it('finds what operations did by what is said of them', () => {
    expect(searchWords('skapade anna', saying)).toBe(
      `('skapade':* | 'create-book' | 'create-organisation') & ('anna':*)`,
    )
  })
})
