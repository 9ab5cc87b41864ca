import { expect, test } from 'vitest'
import { assignment, book, line, section, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const tables = [
  table('appropriations', 'Budget 2025', [line('Hälso- och sjukvårdsnämnden', 'appropriation', '70 788')]),
  table('adjustmentSummary', 'Budget 2025', [section('Kulturnämnden', line('Bas', 'baseProposal', '600'))]),
  table('resultRequirements', 'Budget 2025', [line('Patientnämnden', 'resultRequirement', '0')]),
  table('unitResult', 'Budget 2025', [], { body: 'Trafiknämnden' }),
]

test.each([
  ['with an appropriation', 'Hälso- och sjukvårdsnämnden', []],
  ['abbreviated', 'HSN', []],
  ['in the summary', 'Kulturnämnden', []],
  ['with a requirement', 'Patientnämnden', []],
  ['with a table', 'Trafiknämnden', []],
  ['all companies are nobody', 'Samtliga bolag', []],
  ['without money', 'Akutsjukhusnämnden', ['Gör något | – | – | noMoneyForBody']],
])('a body %s', (_, board, expected) => {
  expect(
    told(book(tables, { assignments: [assignment('A1', board, 'Gör något')] }), 'assignments.bodyHasMoney'),
  ).toEqual(expected)
})

test('one finding a body with the lines of all its assignments, consulted or not', () => {
  const assignments = [
    assignment('A1', 'Akutsjukhusnämnden', 'Gör något', '', { sourceLine: 5 }),
    assignment('A2', 'Kulturnämnden', 'Samråd', '', { consulted: ['Akutsjukhusnämnden'], sourceLine: 9 }),
  ]
  const found = findings(book(tables, { assignments }), 'assignments.bodyHasMoney')
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    class: 'completeness',
    severity: 'warning',
    sourceLines: [
      { source: null, line: 5 },
      { source: null, line: 9 },
    ],
    explanation: { params: { body: 'Akutsjukhusnämnden', count: 2 } },
  })
})

test('without any table of money nothing is said', () => {
  expect(
    told(
      book([], { assignments: [assignment('A1', 'Akutsjukhusnämnden', 'Gör något')] }),
      'assignments.bodyHasMoney',
    ),
  ).toEqual([])
})
