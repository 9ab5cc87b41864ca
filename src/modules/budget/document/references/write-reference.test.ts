import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../text/read-text.ts'
import { attributeNames, meaningOf, type AttributeName } from './vocabulary.ts'
import { figureText, tableText, type WrittenAttributes } from './write-reference.ts'

describe('a reference that is written', () => {
  it('stands as a person would write it', () => {
    expect(figureText('amount', 'Tågvärdar', { row: '3f2a9c81', year: '2025' })).toBe(
      ':belopp[Tågvärdar]{rad=3f2a9c81 år=2025}',
    )
    expect(tableText('table', '', { statement: 'resultaträkning' })).toBe('::tabell{räkning=resultaträkning}')
    expect(figureText('figure', '', { table: 'anslag', row: 'summa "allt"', column: 'plan 2026' })).toBe(
      ':siffra{tabell=anslag rad="summa &quot;allt&quot;" kolumn="plan 2026"}',
    )
  })

  it('is read as what it was written from, whatever the row is called', () => {
    const value = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
      .filter((each) => each.trim() === each)
    const label = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('[x]', '](y)', '{a=b}', '`', '*', ':belopp{rad=a}', 'a\nb', '40 mnkr', '\\'),
    )
    fc.assert(
      fc.property(label, value, value, (words, row, column) => {
        const written: WrittenAttributes = { row, column }
        const { blocks, faults } = readText(`Före ${figureText('figure', words, written)} efter.`)
        expect(faults).toEqual([])
        const [block] = blocks
        const figures =
          block?.kind === 'paragraph'
            ? block.children.flatMap((each) => (each.kind === 'figure' ? [each.figure] : []))
            : []
        expect(blocks).toHaveLength(1)
        expect(figures).toHaveLength(1)
        const read = Object.fromEntries(
          Object.entries(figures[0]!.attributes).map(([name, text]) => [
            meaningOf(attributeNames, name),
            text,
          ]),
        ) as Partial<Record<AttributeName, string>>
        expect(read).toEqual(written)
      }),
    )
  })
})
