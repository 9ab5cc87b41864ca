import { describe, expect, it } from 'vitest'
import { maskedPersonalNumber, readPersonalNumber } from './personal-number.ts'

const today = '2026-11-22'

describe('a personal number', () => {
  // The invented numbers are among those the tax agency gives out for tests.
  it.each([
    ['191212121212', '19121212-1212', '1912-12-12'],
    ['19121212-1212', '19121212-1212', '1912-12-12'],
    [' 121212+1212 ', '19121212-1212', '1912-12-12'],
    ['19121212\u22121212', '19121212-1212', '1912-12-12'],
    ['20121212-1212', '20121212-1212', '2012-12-12'],
    ['121212-1212', '20121212-1212', '2012-12-12'],
    // A coordination number: the day raised by 60.
    ['701063-2391', '19701063-2391', '1970-10-03'],
  ])('%s is read as %s', (text, number, birthDate) => {
    expect(readPersonalNumber(text, today)).toEqual({ number, birthDate })
  })

  it.each([
    ['121212-1213', 'checkDigit'],
    ['19121312-1212', 'date'],
    ['20270101-1212', 'date'],
    ['20250229-1212', 'date'],
    ['1212-12-12', 'form'],
    ['', 'form'],
    ['19121212-121', 'form'],
    ['abcdefghijkl', 'form'],
  ])('%s is no number: %s', (text, fault) => {
    expect(readPersonalNumber(text, today)).toBe(fault)
  })

  it('is shown without its last digits', () => {
    expect(maskedPersonalNumber('19121212-1212')).toBe('19121212-****')
  })
})
