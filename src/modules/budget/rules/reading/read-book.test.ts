import { describe, expect, test } from 'vitest'
import { bookToJson } from './book-json.ts'
import { exampleBook, exampleFiles } from './example.fixture.ts'
import { bytesOf, told, workbookOf } from './files.fixture.ts'
import { readBook } from './read-book.ts'

const anslag = {
  name: 'anslag.csv',
  bytes: bytesOf('Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1;2\n'),
}

describe('readBook', () => {
  test('reads the example folder as readBookFolder does', async () => {
    const { book, questions, problems } = await readBook(exampleFiles)
    expect(bookToJson(book)).toBe(bookToJson(exampleBook()))
    expect(questions).toEqual([])
    expect(problems).toEqual([])
  })

  test('the same as one workbook of four sheets gives the same figures', async () => {
    const csv = exampleFiles.filter(({ name }) => name.endsWith('.csv'))
    const { readCsv } = await import('./csv.ts')
    const sheets = csv
      .flatMap(({ name, bytes }) => readCsv(name, bytes).tables)
      .map(
        (table) =>
          [table.name, table.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null))] as const,
      )
    const { book } = await readBook([
      { name: 'budget.xlsx', bytes: await workbookOf(Object.fromEntries(sheets)) },
    ])
    const figures = (of: typeof book): string[] =>
      of.tables.flatMap(({ key, rows }) =>
        rows.flatMap((row) =>
          row.cells.map(
            (cell) => `${key} ${row.key} ${cell?.printed} ${cell?.value?.valueOf()} ${row.kind} ${row.role}`,
          ),
        ),
      )
    expect(figures(book)).toEqual(figures(exampleBook()))
  })

  test.each([
    [
      'a README',
      [{ name: 'README.md', bytes: bytesOf('# Budget för Ekeberga kommun 2025\n') }],
      undefined,
      'Ekeberga kommun',
    ],
    [
      'a book.json',
      [{ name: 'book.json', bytes: bytesOf('{"jurisdiction": "Region Skogsbygden", "unit": "tkr"}') }],
      undefined,
      'Region Skogsbygden',
    ],
    ['the folder', [], 'region-skogsbygden-2025', 'Region Skogsbygden'],
    [
      'a book.json before a README and the folder',
      [
        { name: 'README.md', bytes: bytesOf('# Ekeberga kommun\n') },
        { name: 'book.json', bytes: bytesOf('{"jurisdiction": "Viby kommun"}') },
      ],
      'region-x',
      'Viby kommun',
    ],
    ['nothing', [], 'budget', ''],
  ])('the jurisdiction is told by %s', async (_, beside, folder, jurisdiction) => {
    const { book } = await readBook([anslag, ...beside], folder === undefined ? {} : { folder })
    expect(book.jurisdiction).toBe(jurisdiction)
    expect(book.tables).toHaveLength(1)
  })

  test('a file of a whole book is read as it is', async () => {
    const json = bookToJson(exampleBook())
    const { book } = await readBook([{ name: 'book.json', bytes: bytesOf(json) }])
    expect(bookToJson(book)).toBe(json)
  })

  test.each([
    ['a book.json with a fault', '{"jurisdiction": 7}', ['error  reading.json.fault']],
    ['a book.json that is no JSON', '{"jurisdiction": ', ['error  reading.json.broken']],
    [
      'a whole book of another version',
      '{"format": "kansli-budget/9", "tables": []}',
      ['error  reading.json.otherFormat'],
    ],
  ])('%s is answered', async (_, json, expected) => {
    expect(told(await readBook([{ name: 'book.json', bytes: bytesOf(json) }]))).toEqual(expected)
  })

  test('one bad file among good ones is told, and the good ones are read', async () => {
    const { book, problems } = await readBook([
      anslag,
      { name: 'bild.xlsx', bytes: new Uint8Array(Buffer.from('89504e47', 'hex')) },
    ])
    expect(book.tables).toHaveLength(1)
    expect(problems.map(({ place, message }) => `${place.file} ${message.key}`)).toEqual([
      'bild.xlsx reading.file.picture',
    ])
  })

  test('no files give an empty book', async () => {
    const { book, questions, problems } = await readBook([])
    expect([book.tables, questions, problems]).toEqual([[], [], []])
  })

  test('a .txt file is read as pasted text', async () => {
    const text = 'Anslag\nMkr Budget 2025 Plan 2026\nKulturnämnden 649 667\n'
    const { book } = await readBook([{ name: 'urklipp.txt', bytes: bytesOf(text) }])
    expect(book.tables[0]?.rows[0]?.cells.map((cell) => cell?.printed)).toEqual(['649', '667'])
  })
})

describe('files with one figure a line', () => {
  const head = 'tabell;rad;kolumn;värde;som tryckt;källrad\n'
  const read = (lines: string): ReturnType<typeof readBook> =>
    readBook([{ name: 'lista.csv', bytes: bytesOf(head + lines) }], { frame: { unit: 'mnkr' } })

  test.each([
    [
      'a figure twice',
      'Anslag;Kulturnämnden;Budget 2025;1;1;7\nAnslag;Kulturnämnden;Budget 2025;2;2;7\n',
      'error 3 reading.long.figureTwice',
    ],
    [
      'a value that is not the printed one',
      'Anslag;Kulturnämnden;Budget 2025;2;1;7\n',
      'warning 2:5 reading.long.valueDiffers',
    ],
    [
      'text where a figure should be',
      'Anslag;Kulturnämnden;Budget 2025;;hej;7\n',
      'error 2:5 reading.number.notANumber',
    ],
  ])('%s is told', async (_, lines, expected) => {
    expect(told(await read(lines))).toContain(expected)
  })

  test('a row that lacks the first column shifts nothing', async () => {
    const { book } = await read(
      'Anslag;A-nämnden;Plan 2026;2;2;1\nAnslag;B-nämnden;Budget 2025;3;3;2\nAnslag;B-nämnden;Plan 2026;4;4;2\n',
    )
    expect(book.tables[0]?.columns.map(({ key }) => key)).toEqual(['budget-2025', 'plan-2026'])
    expect(book.tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.printed ?? null))).toEqual([
      [null, '2'],
      ['3', '4'],
    ])
  })
})
