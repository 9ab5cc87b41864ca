import { describe, expect, test } from 'vitest'
import type { Book, BookAssignment, BookText } from '../../book.ts'
import { assignment, book, line, section, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const years = 'Budget 2025 | Plan 2026'

const tables = [
  table('adjustmentSummary', years, [
    section(
      'Kulturnämnden',
      line('Bas', 'baseProposal', '600', '610'),
      line('Uppräkning verksamhetsstöd för kulturlivet', 'adjustment', '15', '15'),
      line('Ökade anslag studieförbund', 'adjustment', '10', '12'),
      line('Besparing på museerna', 'adjustment', '-3', '-3'),
    ),
    section(
      'Miljönämnden',
      line('Bas', 'baseProposal', '200', '210'),
      line('Klimat och energi', 'adjustment', '30', '30'),
    ),
  ]),
  table(
    'chapterAdjustments',
    years,
    [section('Kulturnämnden', line('Ökat anslag till studieförbunden', 'adjustment', '10', '12'))],
    { chapter: '8' },
  ),
]

const asked = (...assignments: BookAssignment[]): Book => book(tables, { assignments })

describe('money in an assignment', () => {
  test.each<[string, Book, string[]]>([
    [
      'the amount of the row it speaks of',
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '10 mnkr')),
      [],
    ],
    [
      'of the year it says',
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '12 mnkr (2026)')),
      [],
    ],
    ['in another unit', asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '10 000 tkr')), []],
    ['in another language', asked(assignment('A1', 'Miljönämnden', 'Fund climate measures', '30 mnkr')), []],
    [
      'another amount',
      asked(assignment('A1', 'Miljönämnden', 'Fund energy efficiency', '40 mnkr')),
      ['Fund energy efficiency | – | 40 / 30 = 10 | assignmentAmount'],
    ],
    [
      'of another year',
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '12 mnkr (2025)')),
      ['Stärk studieförbunden | – | 12 / 10 = 2 | assignmentAmount'],
    ],
    [
      'of no row',
      asked(assignment('A1', 'Kulturnämnden', 'Bygg en teater', '100 mnkr')),
      ['Bygg en teater | – | 100 | noRow'],
    ],
    [
      'on a condition',
      asked(assignment('A1', 'Kulturnämnden', 'Mer film', 'högst 4 mnkr')),
      ['Mer film | – | 4 | noRowConditional'],
    ],
    [
      'of a saving',
      asked(assignment('A1', 'Kulturnämnden', 'Museerna får mer', '5 mnkr')),
      ['Museerna får mer | – | 5 | noRow'],
    ],
    [
      'of another board’s row',
      asked(assignment('A1', 'Kulturnämnden', 'Klimat och energi', '30 mnkr')),
      ['Klimat och energi | – | 30 | noRow'],
    ],
    [
      'of a row in another chapter',
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '11 mnkr', { chapter: '5' })),
      ['Stärk studieförbunden | – | 11 | noRow'],
    ],
    [
      'two assignments and one row',
      asked(
        assignment('A1', 'Kulturnämnden', 'Studieförbunden', '10 mnkr'),
        assignment('A2', 'Kulturnämnden', 'Studieförbund i skolan', '10 mnkr'),
      ),
      ['Studieförbund i skolan | – | 10 | sharedRow'],
    ],
    [
      'shares and hours are no money',
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '9 %')),
      [],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'text.assignmentAmount', 'text.promisedMoney')).toEqual(expected)
  })

  test('a contradiction shows the row in both places and is an error', () => {
    const [found] = findings(
      asked(assignment('A1', 'Kulturnämnden', 'Stärk studieförbunden', '20 mnkr', { sourceLine: 3282 })),
      'text.assignmentAmount',
    )
    expect(found).toMatchObject({ class: 'text', severity: 'error' })
    expect(found?.sourceLines).toEqual([
      { source: null, line: 3282 },
      { source: 'adjustmentSummary.csv', line: 3 },
      { source: 'chapterAdjustments-8.csv', line: 1 },
    ])
  })

  test('without any adjustments nothing is said', () => {
    expect(
      told(
        book([], { assignments: [assignment('A1', 'X', 'Y', '5 mnkr')] }),
        'text.assignmentAmount',
        'text.promisedMoney',
      ),
    ).toEqual([])
  })
})

const text = (words: string, publicBoard: string | null = 'Kulturnämnden'): BookText => ({
  key: 't',
  chapter: null,
  publicBoard,
  text: words,
  sourceLine: 7,
})

describe('amounts in running text', () => {
  test.each<[string, BookText, string[]]>([
    ['the row’s amount', text('Verksamhetsstödet till kulturlivet räknas upp med 15 mnkr.'), []],
    ['the row’s amount of all years', text('Studieförbunden får 22 mnkr i ökade anslag under två år.'), []],
    [
      'another amount',
      text('Vi föreslår att verksamhetsstödet till kulturlivet räknas upp med 51 mnkr. Det behövs.'),
      [
        'Vi föreslår att verksamhetsstödet till kulturlivet räknas upp med 51 mnkr. | – | 51 / 15 = 36 | passageAmount',
      ],
    ],
    [
      'a sentence with several amounts',
      text('Verksamhetsstödet till kulturlivet går från 51 mnkr till 60 mnkr.'),
      [],
    ],
    ['a sentence about something else', text('Teatern kostade 99 mnkr.'), []],
    ['another board’s text', text('Klimat och energi får 99 mnkr.', 'Kulturnämnden'), []],
    [
      'a text of no board',
      text('Klimat och energi får 99 mnkr.', null),
      ['Klimat och energi får 99 mnkr. | – | 99 / 30 = 69 | passageAmount'],
    ],
  ])('%s', (_, passage, expected) => {
    expect(told(book(tables, { texts: [passage] }), 'text.passageAmount')).toEqual(expected)
  })
})
