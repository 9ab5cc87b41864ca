import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outline } from './files.fixture.ts'
import { readPasted } from './pasted.ts'
import { printNumber } from './print-number.ts'
import { amount } from '../amount.ts'
import { segmentFigures } from './segment-figures.ts'
import { recogniseTables } from './tables.ts'

/** The pasted table's rows, recognised, and the keys of what was told about it. */
function read(text: string): { rows: string[]; told: string[] } {
  const { table, problems } = readPasted(text, 'urklipp')
  const recognitions = recogniseTables([table])
  return {
    rows: recognitions.flatMap((each) => (each.table === null ? [] : outline(each.table))),
    told: [...problems, ...recognitions.flatMap((each) => each.problems)].map(
      ({ place, message }) => `${place.address} ${message.key}`,
    ),
  }
}

const expected = [
  'line operatingIncome | Verksamhetens intäkter | 30784 ; 29462 ; -0.7 ; 29801',
  'line personnelCosts | Personalkostnader | -34435 ; -37451 ; 7.8 ; -38815',
  'sum resultOfTheYear | Årets resultat | -1011 ; 208 ; 0 ; 2385',
]

describe('readPasted', () => {
  test.each([
    [
      'tabs from a spreadsheet',
      'Resultaträkning, mkr\tUtfall 2023\tBudget 2025\tÄndring 25/23\tPlan 2026\r\nVerksamhetens intäkter\t30 784\t29 462\t-0,7%\t29 801\r\nPersonalkostnader\t-34 435\t-37 451\t7,8%\t-38 815\r\nÅrets resultat\t-1 011\t208\t0\t2 385\r\n',
    ],
    [
      'tabs with a cell in quotes',
      '"Resultaträkning, mkr"\tUtfall 2023\tBudget 2025\tÄndring 25/23\tPlan 2026\n"Verksamhetens\nintäkter"\t30 784\t29 462\t-0,7%\t29 801\nPersonalkostnader\t-34 435\t-37 451\t7,8%\t-38 815\nÅrets resultat\t-1 011\t208\t0\t2 385',
    ],
    [
      'semicolons',
      'Resultaträkning, mkr;Utfall 2023;Budget 2025;Ändring 25/23;Plan 2026\nVerksamhetens intäkter;30 784;29 462;-0,7%;29 801\nPersonalkostnader;-34 435;-37 451;7,8%;-38 815\nÅrets resultat;-1 011;208;0;2 385',
    ],
    [
      'several spaces from a PDF',
      [
        'Resultaträkning',
        'Mkr                        Utfall 2023   Budget 2025   Ändring 25/23   Plan 2026',
        'Verksamhetens intäkter          30 784        29 462           -0,7%      29 801',
        'Personalkostnader              -34 435       -37 451            7,8%     -38 815',
        'Årets resultat                  -1 011           208               0       2 385',
      ].join('\n'),
    ],
    [
      'single spaces from a PDF',
      [
        'Resultaträkning',
        'Mkr Utfall 2023 Budget 2025 Ändring 25/23 Plan 2026',
        'Verksamhetens intäkter 30 784 29 462 -0,7% 29 801',
        'Personalkostnader -34 435 -37 451 7,8% -38 815',
        'Årets resultat - 1 011 208 0 2 385',
      ].join('\n'),
    ],
  ])('%s', (_, text) => {
    const { rows, told } = read(text)
    expect(rows).toEqual(expected)
    expect(told.filter((each) => !each.endsWith('figuresGuessed'))).toEqual([])
  })

  test('figures in a line with gaps go to the column they stand under', () => {
    const { rows } = read(
      [
        'Anslag, mkr           Budget 2024   Budget 2025   Plan 2026   Plan 2027',
        'Kulturnämnden                 587           649         667         688',
        'Äldrenämnden                                  5                      7',
      ].join('\n'),
    )
    expect(rows[1]).toBe('line appropriation | Äldrenämnden | null ; 5 ; null ; 7')
  })

  test('a line whose figures stand under no heading is told', () => {
    const { told } = read(
      [
        'Anslag, mkr           Budget 2024   Budget 2025   Plan 2026',
        'Kulturnämnden                 587           649         667',
        'Äldrenämnden           5        7',
      ].join('\n'),
    )
    expect(told).toContain('3 reading.paste.unevenLine')
  })

  test('digits that can be put together in several ways are told; those in no way are an error', () => {
    const lines = [
      'Anslag, mkr Budget 2024 Budget 2025 Plan 2026',
      'Kulturnämnden 93 405 99 477 105 343',
      'Äldrenämnden 12 34',
    ].join('\n')
    const { rows, told } = read(lines)
    expect(rows[0]).toBe('line appropriation | Kulturnämnden | 93405 ; 99477 ; 105343')
    expect(told).toContain('2 reading.paste.figuresGuessed')
    expect(told).toContain('3 reading.paste.figuresDoNotFit')
  })

  test('a row whose label names a year is no line of headings', () => {
    const { rows } = read(
      [
        'Skatteintäkter',
        'Mkr Budget 2024 Budget 2025 Plan 2026',
        'Skatteintäkter 993 105 110',
        'Budget 2024 (previous budget) 994 104 110',
      ].join('\n'),
    )
    expect(rows).toEqual([
      'line taxRevenue | Skatteintäkter | 993 ; 105 ; 110',
      'memo previousBudget | Budget 2024 (previous budget) | 994 ; 104 ; 110',
    ])
  })

  test('too many lines are answered', () => {
    const { problems } = readPasted('a\n'.repeat(50), 'urklipp', {
      fileBytes: 1,
      unpackedBytes: 1,
      rows: 10,
      columns: 1,
      cells: 1,
    })
    expect(problems.map(({ message }) => message.key)).toEqual(['reading.file.tooManyRows'])
  })

  test('never throws, and with tabs every printed string is kept', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\t\r\n";]/gu, '').trim())
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const { table } = readPasted(rows.map((row) => row.join('\t')).join('\n'), 'x')
          const kept = table.rows.map((row) => row.cells.map((each) => each?.text ?? ''))
          expect(kept).toEqual(rows)
          recogniseTables([table])
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        recogniseTables([readPasted(text, 'x').table])
      }),
    )
  })
})

describe('segmentFigures', () => {
  test.each([
    ['Köpt trafik -16 005 -16 328', 2, 'Köpt trafik', ['-16 005', '-16 328'], 1],
    ['Köpt trafik - 16 005 - 16 328', 2, 'Köpt trafik', ['- 16 005', '- 16 328'], 1],
    ['Skattehöjning 15 öre 2025 1 261,0 1 322,0', 2, 'Skattehöjning 15 öre 2025', ['1 261,0', '1 322,0'], 1],
    ['Finansiella intäkter 238 201 190', 3, 'Finansiella intäkter', ['238', '201', '190'], 1],
    ['Soliditet 2,3% 1,3 %', 2, 'Soliditet', ['2,3%', '1,3 %'], 1],
    ['Årets kassaflöde 19 -0', 2, 'Årets kassaflöde', ['19', '-0'], 1],
  ])('%s, %d columns', (line, columns, label, figures, alternatives) => {
    expect(segmentFigures(line, columns)).toEqual({ label, figures, alternatives })
  })

  test.each([
    ['Kulturnämnden', 2],
    ['Kulturnämnden 12 34', 3],
    ['', 1],
  ])('%j has no %d figures', (line, columns) => {
    expect(segmentFigures(line, columns)).toBeNull()
  })

  test('a per cent in the wrong column shows that a cell is blank, and nothing is guessed', () => {
    expect(segmentFigures('Förändring 452 491 0,0% 430 430', 6, 3)).toBeNull()
    expect(
      segmentFigures('Skatteintäkter 93 405 99 477 105 343 5,9% 110 463 115 490', 6, 3)?.figures[2],
    ).toBe('105 343')
  })

  test('the figures that were printed are among the ways, and are the answer when there is one way', () => {
    const figure = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constant(0))
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 5 }), (figures) => {
        const printed = figures.map(([value, decimals]) =>
          printNumber(amount(value), decimals).replaceAll('\u00a0', ' '),
        )
        const found = segmentFigures(`Summa kostnader ${printed.join(' ')}`, printed.length)
        expect(found).not.toBeNull()
        expect(found?.alternatives !== 1 || found.figures.join('|') === printed.join('|')).toBe(true)
      }),
    )
  })
})
