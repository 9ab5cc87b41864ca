import { describe, expect, it } from 'vitest'
import { choiceOf, meaningOf, rowChoices } from './row-meaning.ts'

describe('what a row is, as one choice', () => {
  it.each(rowChoices)('%s is read back as it was chosen', (choice) => {
    const { kind, ofWhichComplete } = meaningOf('', choice)
    expect(choiceOf(kind, ofWhichComplete)).toBe(choice)
  })

  it.each([
    ['', null],
    ['taxRevenue', 'taxRevenue'],
  ])('the role %j is %j', (written, role) => {
    expect(meaningOf(written, 'line').role).toBe(role)
  })
})
