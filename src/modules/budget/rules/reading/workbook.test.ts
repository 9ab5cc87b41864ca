import exceljs from 'exceljs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { outline, told, workbookOf } from './files.fixture.ts'
import { municipalWorkbook } from './municipal-workbook.fixture.ts'
import { readBook } from './read-book.ts'

describe('a municipal budget in other words', async () => {
  const bytes = await municipalWorkbook()
  const { book, questions, problems, inferred } = await readBook([
    { name: 'Budget 2026 Ekeberga kommun.xlsx', bytes },
  ])

  test('is recognised wholly, with nothing to ask', () => {
    expect(questions).toEqual([])
    expect(book).toMatchObject({
      jurisdiction: 'Ekeberga kommun',
      budgetYear: 2026,
      planYears: [2027, 2028],
      unit: 'tkr',
      decimals: 0,
    })
    expect(book.tables.map(({ kind, body }) => (body === null ? kind : `${kind} ${body}`))).toEqual([
      'incomeStatement',
      'appropriations',
      'taxRevenue',
      'balanceSheet',
      'unitResult Kommunstyrelsen',
      'unitResult Socialnämnden',
      'cashFlow',
    ])
    const withoutRole = book.tables.flatMap(({ rows }) =>
      rows.filter(({ role }) => role === null).map(({ label }) => label),
    )
    expect(withoutRole).toEqual([])
  })

  test('says what it took for granted and what it left out', () => {
    expect(inferred.map(({ key }) => key)).toEqual([
      'reading.inferred.jurisdiction',
      'reading.inferred.years',
      'reading.inferred.unit',
    ])
    expect(told({ problems })).toEqual(['notice  reading.sheet.hidden', 'notice G2 reading.column.leftOut'])
  })

  test.each([
    [0, ['outcome 2024', 'budget 2025', 'forecast 2025', 'budget 2026', 'plan 2027', 'plan 2028']],
    [1, ['budget 2025', 'budget 2026', 'plan 2027', 'plan 2028', 'change null']],
    [3, ['outcome 2024', 'forecast 2025', 'budget 2026']],
  ])('columns of table %d', (at, expected) => {
    expect(book.tables[at]?.columns.map(({ kind, year }) => `${kind} ${year}`)).toEqual(expected)
  })

  test('of-which, sums, memos and units of rows', () => {
    const kinds = book.tables.flatMap(({ rows }) =>
      rows.map(({ label, kind, role, unit }) => `${label}: ${kind} ${role} ${unit}`),
    )
    expect(kinds).toEqual(
      expect.arrayContaining([
        'Nettokostnad: sum netCost tkr',
        'Kommunen: sum appropriationTotal tkr',
        'Skattesats, kr: memo taxRate percent',
        'därav årets resultat: ofWhich resultOfTheYear tkr',
        'Soliditet: memo equityRatio percent',
        'Kommunbidrag: ofWhich appropriationIncome tkr',
        'SUMMA TILLGÅNGAR: sum totalAssets tkr',
      ]),
    )
  })

  test('a figure is printed as its format shows it', () => {
    const cell = book.tables[1]?.rows[1]?.cells
    expect(cell?.[0]).toMatchObject({
      printed: '1\u00a0204\u00a0300',
      decimals: 0,
      unit: 'tkr',
      sourceLine: 4,
    })
    expect(cell?.[4]).toMatchObject({ printed: '3,1\u00a0%', decimals: 1, unit: 'percent' })
  })
})

describe('what sheets may hold', () => {
  test('formulas give their last value, errors and formulas without one are told, texts are read as numbers', async () => {
    const bytes = await workbookOf({
      Anslag: [
        ['Anslag, mkr', 'Budget 2025', 'Plan 2026'],
        ['Kulturnämnden', { formula: 'SUM(B9)', result: 649.3 }, '1 002,5'],
        ['Trafiknämnden', { formula: 'B2/0', result: { error: '#DIV/0!' } }, { error: '#N/A' }],
        ['Patientnämnden', { formula: 'SUM(A1)' }, '29 feb'],
        ['Byggnämnden', new Date('2025-02-28T00:00:00Z'), true],
      ],
    })
    const { book, problems } = await readBook([{ name: 'b.xlsx', bytes }])
    expect(book.tables[0] && outline(book.tables[0])).toEqual([
      'line appropriation | Kulturnämnden | 649.3 ; 1002.5',
      'line appropriation | Trafiknämnden | "#DIV/0!" ; "#N/A"',
      'line appropriation | Patientnämnden | "" ; "29 feb"',
      'line appropriation | Byggnämnden | "2025-02-28" ; "true"',
    ])
    expect(told({ problems })).toEqual([
      'error B4 reading.cell.formulaWithoutValue',
      'error B3 reading.cell.error',
      'error C3 reading.cell.error',
      'error C4 reading.number.notANumber',
      'error B5 reading.number.notANumber',
      'error C5 reading.number.notANumber',
    ])
  })

  test('merged headings, hidden rows, several tables a sheet, indentation and rich text', async () => {
    const workbook = new exceljs.Workbook()
    const sheet = workbook.addWorksheet('Tabeller')
    sheet.addRow(['Tabeller för Ekeberga kommun'])
    sheet.mergeCells('A1:D1')
    sheet.addRow(['Mkr', '2024', '', '2025'])
    sheet.mergeCells('B2:C2')
    sheet.addRow(['', 'Budget', 'Prognos', 'Budget'])
    sheet.addRow(['Verksamhetens intäkter', 10, 11, 12])
    sheet.addRow(['Verksamhetens kostnader', -8, -9, -9])
    sheet.getRow(5).hidden = true
    sheet.addRow([{ richText: [{ text: 'Årets ' }, { text: 'resultat', font: { bold: true } }] }, 2, 2, 3])
    sheet.addRow([])
    sheet.addRow(['Nämndernas ramar, mkr'])
    sheet.addRow(['', 'Budget 2024', 'Budget 2025', 'Plan 2026'])
    sheet.addRow(['Kulturnämnden', 5, 6, 7])
    sheet.addRow(['Biblioteken', 3, 4, 4]).getCell(1).alignment = { indent: 2 }
    sheet.addRow(['Badhusen', 2, 2, 3]).getCell(1).alignment = { indent: 2 }
    sheet.addRow(['Byggnämnden', 1, 1, 1])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const { book, problems } = await readBook([{ name: 'b.xlsx', bytes }])
    expect(
      book.tables.map(({ kind, columns }) =>
        [kind, ...columns.map((column) => `${column.kind} ${column.year}`)].join(' '),
      ),
    ).toEqual([
      'incomeStatement budget 2024 forecast 2024 budget 2025',
      'appropriations budget 2024 budget 2025 plan 2026',
    ])
    expect(book.tables[0] && outline(book.tables[0])).toEqual([
      'line operatingIncome | Verksamhetens intäkter | 10 ; 11 ; 12',
      'line operatingCosts | Verksamhetens kostnader | -8 ; -9 ; -9',
      'sum resultOfTheYear | Årets resultat | 2 ; 2 ; 3',
    ])
    expect(book.tables[1]?.rows.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      'Kulturnämnden line',
      'Biblioteken ofWhich',
      'Badhusen ofWhich',
      'Byggnämnden line',
    ])
    expect(told({ problems })).toContain('notice  reading.sheet.hiddenRows')
  })

  test('10 000 rows with progress told and others let in between', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`Enhet ${at}`, at, at + 1, at + 2])
    const bytes = await workbookOf({
      Anslag: [['Anslag, mkr', 'Budget 2025', 'Plan 2026', 'Plan 2027'], ...rows],
    })
    const places: number[] = []
    let others = 0
    const ticking = setInterval(() => others++, 0)
    const { book } = await readBook([{ name: 'b.xlsx', bytes }], {
      onProgress: (done, total) => places.push(done / total),
    })
    clearInterval(ticking)
    expect(book.tables[0]?.rows).toHaveLength(10_000)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places.at(-1)).toBe(1)
    expect(places.length).toBeGreaterThan(20)
    expect(others).toBeGreaterThan(10)
  }, 20_000)
})

/** A zip file of one part, compressed, whose directory lies about its size when told to. */
function zipOf(name: string, content: Uint8Array, saidSize = content.length): Uint8Array {
  const packed = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(saidSize, 22)
  head.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(saidSize, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]))
}

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

describe('files that cannot be read are answered, and nothing comes in', async () => {
  const whole = await workbookOf({
    A: [
      ['Anslag, mkr', 'Budget 2025'],
      ['Kulturnämnden', 1],
    ],
  })
  const damaged = whole.slice()
  damaged.fill(0x41, 90, 150)
  const wide = await workbookOf({
    A: [
      ['Mkr', ...Array.from({ length: 300 }, (_, at) => `Budget ${1900 + at}`)],
      ['x', ...Array.from({ length: 300 }, () => 1)],
    ],
  })
  const sheets = await workbookOf({ A: Array.from({ length: 60 }, (_, at) => [`rad ${at}`, at, at]) })

  test.each<[string, Uint8Array, Record<string, number>, string]>([
    ['an empty file', new Uint8Array(), {}, 'reading.file.empty'],
    ['blanks only', new TextEncoder().encode(' \n\n'), {}, 'reading.file.empty'],
    ['a truncated zip', whole.subarray(0, whole.length / 2), {}, 'reading.file.truncated'],
    ['a damaged part', damaged, {}, 'reading.file.brokenPart'],
    [
      'a PNG under another name',
      new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      {},
      'reading.file.picture',
    ],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), {}, 'reading.file.pdf'],
    [
      'a protected workbook',
      new Uint8Array(
        Buffer.concat([compoundFile, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
      {},
      'reading.file.protected',
    ],
    [
      'an old workbook',
      new Uint8Array(Buffer.concat([compoundFile, Buffer.alloc(600)])),
      {},
      'reading.file.oldExcel',
    ],
    [
      'bytes of no kind',
      new Uint8Array(Buffer.from('0001020304050607'.repeat(20), 'hex')),
      {},
      'reading.file.unknown',
    ],
    ['a zip of something else', zipOf('hej.txt', new Uint8Array([1, 2, 3])), {}, 'reading.file.notAWorkbook'],
    [
      'an OpenDocument sheet',
      zipOf('content.xml', new Uint8Array([1, 2, 3])),
      {},
      'reading.file.openDocument',
    ],
    [
      'a workbook of nonsense',
      zipOf('xl/workbook.xml', new TextEncoder().encode('<workbook')),
      {},
      'reading.file.broken',
    ],
    [
      'a zip bomb that lies about its size',
      zipOf('xl/workbook.xml', new Uint8Array(30_000_000), 10),
      { unpackedBytes: 20_000_000 },
      'reading.file.unpackedTooBig',
    ],
    ['a file over the limit', whole, { fileBytes: 1000 }, 'reading.file.tooBig'],
    ['300 columns', wide, {}, 'reading.file.tooManyColumns'],
    ['too many rows', sheets, { rows: 50 }, 'reading.file.tooManyRows'],
    ['too many cells', sheets, { cells: 100 }, 'reading.file.tooManyCells'],
  ])('%s', async (_, bytes, limits, key) => {
    const { book, problems } = await readBook([{ name: 'budget.xlsx', bytes }], { limits })
    expect(book.tables).toEqual([])
    expect(problems.map(({ severity, message, place }) => [severity, place.file, message.key])).toEqual([
      ['error', 'budget.xlsx', key],
    ])
  })

  test('a reading that is cancelled stops with the reason', async () => {
    const stopping = new AbortController()
    const reading = readBook([{ name: 'b.xlsx', bytes: whole }], { signal: stopping.signal })
    stopping.abort(new Error('stopped by the person'))
    await expect(reading).rejects.toThrow('stopped by the person')
  })
})
