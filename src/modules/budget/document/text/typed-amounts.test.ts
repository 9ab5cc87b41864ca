import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'
import { typedAmounts } from './typed-amounts.ts'

const found = (markdown: string) => typedAmounts(readText(markdown).blocks)

describe('amounts typed by hand', () => {
  const cases: [string, string[]][] = [
    ['Vi satsar 40 mnkr på tåg.', ['40 mnkr']],
    ['Det kostar 1,5 miljarder kronor. Sedan 30 miljoner.', ['1,5 miljarder', '30 miljoner']],
    ['- 5 mnkr\n- 7,5 mnkr', ['5 mnkr', '7,5 mnkr']],
    ['Vi **satsar 40 mnkr** nu.', ['40 mnkr']],
    ['Vi satsar :belopp[40 mnkr]{rad=a} på tåg.', []],
    ['År 2025 öppnar 12 mottagningar kl. 15.30.', []],
    ['::tabell[40 mnkr]{nämnd=kultur}', []],
    ['', []],
  ]
  it.each(cases)('%s', (markdown, texts) => {
    expect(found(markdown).map(({ text }) => text)).toEqual(texts)
  })

  it('are told with the sentence and the place they stand in', () => {
    expect(found('Inledning.\n\nVi börjar nu. Det kostar\n40 mnkr 2025. Sedan är det klart.')).toEqual([
      {
        text: '40 mnkr',
        at: { line: 4, column: 1 },
        sentence: expect.stringContaining('40 mnkr 2025.') as string,
      },
    ])
  })

  it('are told one by one when the same amount stands twice', () => {
    expect(found('Först 40 mnkr, sedan 40 mnkr.').map(({ at }) => at.column)).toEqual([7, 22])
  })
})
