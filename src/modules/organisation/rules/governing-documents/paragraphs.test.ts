import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

it.each([
  ['nothing', '', []],
  ['blanks', ' \n\n\t\n ', []],
  ['without numbers', 'Ett.\n\nTvå.', ['1 Ett.', '2 Två.']],
  ['a paragraph of two lines', 'Ett\noch mer.\n\nTvå.', ['1 Ett\noch mer.', '2 Två.']],
  ['section signs', '§ 1 Namn\n\n§ 2 Ändamål', ['1 Namn', '2 Ändamål']],
  ['section signs after', '1 § Namn\n\n2 § Ändamål', ['1 Namn', '2 Ändamål']],
  ['points', '1. Namn\n\n2. Ändamål', ['1 Namn', '2 Ändamål']],
  ['parts of parts', '1. Möten\n\n1.1 Kallelse\n\n1.2. Beslut', ['1 Möten', '1.1 Kallelse', '1.2 Beslut']],
  ['headings between', 'Allmänt\n\n§ 1 Namn\n\nMöten\n\n§ 2 Tid', [' Allmänt', '1 Namn', ' Möten', '2 Tid']],
  [
    'a number that begins a sentence',
    '40 föreningar hör till.\n\nTvå.',
    ['1 40 föreningar hör till.', '2 Två.'],
  ],
  ['put in between', '§ 3 a\n\n§ 3b Nytt', ['3 a', '3b Nytt']],
  ['lines of Windows', '§ 1 Ett\r\n\r\n§ 2 Två', ['1 Ett', '2 Två']],
])('%s', (_, text, paragraphs) => {
  expect(paragraphsOf(text).map((each) => `${each.number} ${each.text}`)).toEqual(paragraphs)
})

it('keeps every word', () => {
  const word = fc.constantFrom('styrelsen', 'möte', 'väljer', 'årligen')
  const block = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      expect(paragraphsOf(blocks.join('\n\n')).map(({ text }) => text)).toEqual(blocks)
    }),
  )
})
