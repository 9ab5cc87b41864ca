import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { decodeText, delimiterOf } from './decode-text.ts'

const text = 'Förnamn;Ort\r\nÅsa;Östersund\r\n'

it.each([
  ['utf-8', Buffer.from(text), 'utf-8'],
  ['utf-8 with its mark', Buffer.from(`\u{feff}${text}`), 'utf-8'],
  ['windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
  ['utf-16 with its mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ['utf-16 without', iconv.encode(text, 'utf-16le'), 'utf-16le'],
  ['utf-16 the other way round', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
])('reads %s', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding, otherLines: [] })
})

it('reads a file of two encodings right, and names the rows', () => {
  const bytes = Buffer.concat([
    Buffer.from('Namn\nÅsa\n'),
    iconv.encode('Börje\n', 'windows-1252'),
    Buffer.from('Bo\nZoë\n'),
  ])
  expect(decodeText(bytes)).toEqual({
    text: 'Namn\nÅsa\nBörje\nBo\nZoë\n',
    encoding: 'mixed',
    otherLines: [3],
  })
})

it('reads any lines of Swedish in either encoding', () => {
  const line = fc.string({ unit: fc.constantFrom(...'abcåäöÅÄÖé;, 12'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.boolean()), { minLength: 1 }), (lines) => {
      const bytes = Buffer.concat(
        lines.map(([each, old]) =>
          old ? iconv.encode(`${each}\n`, 'windows-1252') : Buffer.from(`${each}\n`),
        ),
      )
      const marked = lines.some(([each, old]) => !old && /[^ -~]/.test(each))
      const old = lines.some(([each, isOld]) => isOld && /[^ -~]/.test(each))
      const { text: read, encoding } = decodeText(bytes)
      expect(read).toBe(lines.map(([each]) => `${each}\n`).join(''))
      expect(encoding).toBe(old ? (marked ? 'mixed' : 'windows-1252') : 'utf-8')
    }),
  )
})

it.each([
  ['a;b;c\n1,5;2;3', ';'],
  ['a,b,c\n"x, y",2,3', ','],
  ['a\tb\n1\t2', '\t'],
  ['a|b\n1|2', '|'],
  ['Namn\nAnna', ';'],
])('finds what separates the cells of %j', (sample, sign) => {
  expect(delimiterOf(sample)).toBe(sign)
})
