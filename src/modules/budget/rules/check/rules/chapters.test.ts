import { describe, expect, test } from 'vitest'
import type { Book, Table } from '../../book.ts'
import { book, line, reprinted, section, sum, table, type RowOf } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const years = 'Budget 2025 | Plan 2026 | Plan 2027'

const summary = table('adjustmentSummary', years, [
  section(
    'Vårdnämnden',
    line('Grundförslag', 'baseProposal', '1 000,0', '1 050,0', '1 100,0'),
    line('Satsning på geriatrik', 'adjustment', '30,0', '30,0', '30,0'),
    line('Dubbelt OB för undersköterskor', 'adjustment', '', '178,0', '178,0'),
    line('Färre konsulter', 'adjustment', '-7,0', '-7,0', '-7,0'),
    sum('Summa', 'adjustedSum', '1 023,0', '1 251,0', '1 301,0'),
  ),
  section(
    'Kulturnämnden',
    line('Grundförslag', 'baseProposal', '100,0', '102,0', '104,0'),
    line('Uppräkning för kulturlivet', 'adjustment', '15,0', '15,0', '15,0'),
    sum('Summa', 'adjustedSum', '115,0', '117,0', '119,0'),
  ),
])

function chapter(number: string, ...rows: RowOf[][]): Table {
  return table('chapterAdjustments', years, rows, { chapter: number })
}

const care = (...more: RowOf[]): RowOf[] =>
  section(
    'Vårdnämnden',
    line('Geriatrisk enhet vid sjukhuset', 'adjustment', '30', '30', '30'),
    line('OB undersköterskor', 'adjustment', '', '178', '178'),
    line('Minskad användning av konsulter', 'adjustment', '-7', '-7', '-7'),
    ...more,
  )
const culture = section(
  'Kulturnämnden',
  line('Uppräkning av stödet till kulturlivet', 'adjustment', '15', '15', '15'),
)

const rules = ['chapters.item', 'chapters.boardSum', 'chapters.complete']

test('wording may differ: board, amounts and words lead to the same adjustment', () => {
  expect(told(book([summary, chapter('3', care()), chapter('8', culture)]), ...rules)).toEqual([])
})

describe('what differs', () => {
  test.each<[string, Book, string[]]>([
    [
      'an amount in one year',
      reprinted(
        book([summary, chapter('3', care()), chapter('8', culture)]),
        'chapterAdjustments-3',
        'Vårdnämnden/OB undersköterskor',
        'Plan 2027',
        '187',
      ),
      [
        'OB undersköterskor | Plan 2027 | 187 / 178 = 9 | transposedDigits',
        'Summa | Plan 2027 | 1301 / 1310 = -9 | itemsDiffer',
      ],
    ],
    [
      'a year left blank in the chapter',
      reprinted(
        book([summary, chapter('3', care()), chapter('8', culture)]),
        'chapterAdjustments-8',
        'Kulturnämnden/Uppräkning av stödet till kulturlivet',
        'Plan 2027',
        '',
      ),
      [
        'Summa | Plan 2027 | 119 / 104 = 15 | itemsDiffer',
        'Uppräkning av stödet till kulturlivet | Plan 2027 | – / 15 = -15 | blankInChapter',
      ],
    ],
    [
      'an adjustment the summary does not have',
      book([
        summary,
        chapter('3', care(line('Ny ambulans', 'adjustment', '4', '4', '4'))),
        chapter('8', culture),
      ]),
      [
        'Ny ambulans | – | 4 | notInSummary',
        'Summa | Budget 2025 | 1023 / 1027 = -4 | notInSummary',
        'Summa | Plan 2026 | 1251 / 1255 = -4 | notInSummary',
        'Summa | Plan 2027 | 1301 / 1305 = -4 | notInSummary',
      ],
    ],
    [
      'an adjustment no chapter has',
      book([summary, chapter('3', care().slice(0, 2)), chapter('8', culture)]),
      [
        'Färre konsulter | – | -7 | notInChapter',
        'Summa | Budget 2025 | 1023 / 1030 = -7 | notInChapter',
        'Summa | Plan 2026 | 1251 / 1258 = -7 | notInChapter',
        'Summa | Plan 2027 | 1301 / 1308 = -7 | notInChapter',
      ],
    ],
    [
      'an adjustment under another board',
      book([
        summary,
        chapter(
          '3',
          care(),
          section(
            'Vårdnämnden',
            line('Uppräkning av stödet till kulturlivet', 'adjustment', '15', '15', '15'),
          ),
        ),
      ]),
      [
        'Summa | Budget 2025 | 1023 / 1038 = -15 | underAnotherBoard',
        'Summa | Plan 2026 | 1251 / 1266 = -15 | underAnotherBoard',
        'Summa | Plan 2027 | 1301 / 1316 = -15 | underAnotherBoard',
        'Uppräkning av stödet till kulturlivet | – | 15 | underAnotherBoard',
      ],
    ],
    [
      'a board the summary does not have',
      book([
        summary,
        chapter('3', care()),
        chapter('8', culture),
        chapter('9', section('Valnämnden', line('Fler lokaler', 'adjustment', '1', '1', '1'))),
      ]),
      ['Fler lokaler | – | 1 | boardNotInSummary'],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, ...rules)).toEqual(expected)
  })

  test('a chapter that is printed without its tables is not held against the summary', () => {
    expect(told(book([summary, chapter('3', care())]), ...rules)).toEqual([])
  })

  test('a board without its chapter is asked about where most boards have theirs', () => {
    const sports = section(
      'Idrottsnämnden',
      line('Grundförslag', 'baseProposal', '50,0', '51,0', '52,0'),
      line('Ny ishall', 'adjustment', '3,0', '3,0', '3,0'),
      sum('Summa', 'adjustedSum', '53,0', '54,0', '55,0'),
    )
    const three = { ...summary, rows: [...summary.rows, ...table('adjustmentSummary', years, [sports]).rows] }
    const of = book([three, chapter('3', care()), chapter('8', culture)])
    expect(told(of, ...rules)).toEqual(['Ny ishall | – | 3 | notInChapter'])
    expect(findings(of, ...rules).map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('all that one adjustment causes has one cause', () => {
    const of = book([
      summary,
      chapter('3', care(line('Ny ambulans', 'adjustment', '4', '4', '4'))),
      chapter('8', culture),
    ])
    expect(new Set(findings(of, ...rules).map(({ cause }) => cause)).size).toBe(1)
  })
})
