import { expect, it } from 'vitest'
import { readPostalCodeRanges, unitOfPostalCode, writtenRange } from './postal-code-unit.ts'

const ranges = [
  { unitId: 'town', first: '12300', last: '12999' },
  { unitId: 'village', first: '12340', last: '12349' },
  { unitId: 'farm', first: '12345', last: '12345' },
]

it.each([
  ['the town', '125 00', 'town'],
  ['its first', '12300', 'town'],
  ['its last', '129 99', 'town'],
  ['the village within it', '123 41', 'village'],
  ['one code of the village', '123 45', 'farm'],
  ['before all', '122 99', null],
  ['after all', '130 00', null],
  ['no Swedish code', 'SW1A 1AA', null],
  ['nothing', '', null],
])('%s', (_, code, unit) => {
  expect(unitOfPostalCode(code, ranges)).toBe(unit)
})

it.each([
  ['one', '123 45', ['123 45']],
  ['a range, any dash', '12345–12399, 200 00 - 200 10', ['123 45–123 99', '200 00–200 10']],
  ['lines and blanks', '\n 12345 \n\n12346;12347\n', ['123 45', '123 46', '123 47']],
  ['nothing', ' ', []],
])('reads %s', (_, text, written) => {
  expect(readPostalCodeRanges(text).ranges?.map(writtenRange)).toEqual(written)
})

it.each([
  ['letters', '123 45\nhundra', 'hundra'],
  ['four digits', '1234', '1234'],
  ['a range from its end to its beginning', '12399-12345', '12399-12345'],
  ['a code that begins with nought', '01234', '01234'],
])('says which line is wrong: %s', (_, text, wrong) => {
  expect(readPostalCodeRanges(text)).toEqual({ ranges: null, wrong })
})
