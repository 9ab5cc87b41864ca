import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDate } from './read-date.ts'

it.each([
  ['2024-03-01', '2024-03-01'],
  ['20240301', '2024-03-01'],
  ['2024-3-1', '2024-03-01'],
  ['2024/03/01', '2024-03-01'],
  ['1/3 2024', '2024-03-01'],
  ['1/3-2024', '2024-03-01'],
  ['01.03.2024', '2024-03-01'],
  ['1 mars 2024', '2024-03-01'],
  ['den 1 mars 2024', '2024-03-01'],
  ['1:a mar. 2024', '2024-03-01'],
  ['March 1st, 2024', '2024-03-01'],
  ['1 March 2024', '2024-03-01'],
  ['29 feb 2024', '2024-02-29'],
  ['2024-03-01 00:00:00', '2024-03-01'],
  ['2024-03-01T10:15:00.000Z', '2024-03-01'],
  [' 1  mars  2024 ', '2024-03-01'],
])('reads %s', (text, day) => {
  expect(readDate(text)).toEqual({ day })
})

it.each([
  ['29 feb 2023', 'noSuchDay'],
  ['29 feb 1900', 'noSuchDay'],
  ['1900-00-00', 'noSuchDay'],
  ['2024-13-01', 'noSuchDay'],
  ['31/4 2024', 'noSuchDay'],
  ['1666-01-01', 'year'],
  ['0024-03-01', 'year'],
  ['29 feb', 'form'],
  ['1 marsch 2024', 'form'],
  ['2024123', 'form'],
  ['240301', 'form'],
  ['', 'form'],
  ['igår', 'form'],
] as const)('refuses %s', (text, fault) => {
  expect(readDate(text)).toBe(fault)
})

it('reads every day however it is written', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, of] = day.split('-').map(Number)
        for (const text of [
          day,
          day.replaceAll('-', ''),
          `${of}/${month} ${year}`,
          `${of}.${month}.${year}`,
        ]) {
          expect(readDate(text)).toEqual({ day })
        }
      },
    ),
  )
})
