import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { delimiterOf, readCsv } from './csv.ts'
import { bytesOf } from './files.fixture.ts'
import { decodeText } from './text-encoding.ts'

const text = 'Nämnd;Budget 2025\nKulturnämnden;649,3\nÄldrenämnden;1 002,0\n'

describe('decodeText', () => {
  test.each([
    ['utf-8', bytesOf(text), 'utf-8'],
    ['utf-8 with mark', bytesOf(`\ufeff${text}`), 'utf-8'],
    ['utf-16 little', new Uint8Array(iconv.encode(text, 'utf-16le', { addBOM: true })), 'utf-16le'],
    ['utf-16 little without mark', new Uint8Array(iconv.encode(text, 'utf-16le')), 'utf-16le'],
    ['utf-16 big', new Uint8Array(iconv.encode(text, 'utf-16be', { addBOM: true })), 'utf-16be'],
    ['windows-1252', new Uint8Array(iconv.encode(text, 'windows-1252')), 'windows-1252'],
    ['plain ascii', bytesOf('a;b\n1;2\n'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text).toBe(encoding === 'utf-8' && bytes.length < 10 ? 'a;b\n1;2\n' : text)
  })

  test('lines of two encodings are each read in their own, and told', () => {
    const mixed = Buffer.concat([
      Buffer.from('Nämnd;Budget 2025\nKulturnämnden;1\n'),
      iconv.encode('Äldrenämnden;2\n', 'windows-1252'),
    ])
    const decoded = decodeText(new Uint8Array(mixed))
    expect(decoded).toMatchObject({ encoding: 'mixed', otherLines: [3] })
    expect(decoded.text).toBe('Nämnd;Budget 2025\nKulturnämnden;1\nÄldrenämnden;2\n')
    const { problems } = readCsv('b.csv', new Uint8Array(mixed))
    expect(problems).toMatchObject([
      { severity: 'warning', place: { row: 3 }, message: { key: 'reading.csv.mixedEncodings' } },
    ])
  })
})

describe('delimiterOf', () => {
  test.each([
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a,b,c\n1.5,2.5,3.5\n', ','],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['Resultat\nMkr;Budget 2025;Plan 2026\nKöpt vård, tandvård, mm.;1,0;2,0\n', ';'],
    ['board,label\n"Hälso; sjukvård",x\n"a;b",y\n', ','],
    ['ensam\n', ';'],
  ])('%j is parted by %j', (csv, delimiter) => {
    expect(delimiterOf(csv)).toBe(delimiter)
  })
})

describe('readCsv', () => {
  test('keeps quotes, line breaks in cells, empty and ragged rows, and the line each row begins on', () => {
    const csv = 'a,b\n"två\nrader","sa ""hej"""\n\n1,2,3\n'
    const [table] = readCsv('mapp/fil.csv', bytesOf(csv)).tables
    expect(table?.name).toBe('fil')
    expect(table?.rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell?.text ?? null)])).toEqual([
      [1, 'a', 'b'],
      [2, 'två\nrader', 'sa "hej"'],
      [4, null],
      [5, '1', '2', '3'],
    ])
  })

  test.each([
    ['a;b\n"öppet;1\n', {}, 'reading.csv.quoteNotClosed'],
    ['a;b\n1;2\n3;4\n', { rows: 2 }, 'reading.file.tooManyRows'],
    [`${'x;'.repeat(300)}\n`, {}, 'reading.file.tooManyColumns'],
  ])('answers %j', (csv, limits, key) => {
    const { tables, problems } = readCsv('b.csv', bytesOf(csv), {
      fileBytes: 1e6,
      unpackedBytes: 1e6,
      rows: 1000,
      columns: 200,
      cells: 1e6,
      ...limits,
    })
    expect(tables).toEqual([])
    expect(problems.map(({ message }) => message.key)).toEqual([key])
  })
})
