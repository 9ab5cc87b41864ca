import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyLine, copyRows } from './copy-text.ts'

describe('rows as text', () => {
  it('come back as they were, whatever stands in them', () => {
    const cell = fc.option(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('\\', 'N', '\t', '\n', 'b') })),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        expect(copyRows(rows.map(copyLine).join(''))).toEqual(rows)
      }),
    )
  })

  it('are written as PostgreSQL writes them', () => {
    expect(copyLine(['a\tb', null, '\\N', '', 'rad\nrad'])).toBe('a\\tb\t\\N\t\\\\N\t\trad\\nrad\n')
  })
})
