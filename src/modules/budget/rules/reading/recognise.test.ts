import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked, bytesOf, readText } from './files.fixture.ts'
import { readCsv } from './csv.ts'
import { applyAnswers } from './recognise.ts'
import { recogniseTables } from './tables.ts'
import type { Recognition } from './recognition.ts'

/** The only recognition of a CSV text. */
function recognise(text: string, known?: Parameters<typeof recogniseTables>[1]): Recognition {
  const [only] = recogniseTables(readCsv('tabell.csv', bytesOf(text)).tables, known)
  if (only === undefined) throw new Error('nothing recognised')
  return only
}

/** A text that can stand in a field without quotes. */
function clean(text: string): string {
  return text.replace(/[\s";]+/gu, ' ').trim()
}

describe('applyAnswers', () => {
  test.each<[string, string, Record<string, string>, (recognition: Recognition) => unknown, unknown]>([
    [
      'the kind of a table',
      'Mkr;Budget 2025;Plan 2026\nBlommor;1;2\nBin;3;5\n',
      { 'tableKind:tabell': 'appropriations' },
      ({ table }) => [table?.kind, table?.rows[0]?.role],
      ['appropriations', 'appropriation'],
    ],
    [
      'the unit',
      'Anslag;Budget 2025;Plan 2026\nKulturnämnden;1;2\n',
      { 'unit:anslag': 'tkr' },
      ({ table }) => [table?.unit, table?.rows[0]?.unit, table?.rows[0]?.cells[0]?.unit],
      ['tkr', 'tkr', 'tkr'],
    ],
    [
      'the kind of a column',
      'Anslag, mkr;Budget 2025;Plan 2026;Kvot\nKulturnämnden;1;2;3\n',
      { 'columnKind:anslag:3': 'other' },
      ({ table }) => table?.columns[2]?.kind,
      'other',
    ],
    [
      'the year of a column',
      'Anslag, mkr;Budget 2025;Plan 2026;Plan\nKulturnämnden;1;2;3\n',
      { 'columnYear:anslag:3': '2028' },
      ({ table }) => [table?.columns[2]?.year, table?.columns[2]?.key],
      [2028, 'plan-2028'],
    ],
    [
      'full stops as thousands',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1.234;2\n',
      { 'numberMarks:anslag': 'thousands' },
      ({ table, problems }) => [table?.rows[0]?.cells[0]?.value?.toString(), problems],
      ['1234', []],
    ],
    [
      'full stops as decimals',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1.234;2\n',
      { 'numberMarks:anslag': 'decimal' },
      ({ table }) => [table?.rows[0]?.cells[0]?.value?.toString(), table?.rows[0]?.cells[0]?.decimals],
      ['1.234', 3],
    ],
    [
      'commas as thousands',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1,234;2,345\nTrafiknämnden;3,456;4,567\n',
      { 'numberMarks:anslag': 'thousands' },
      ({ table }) => table?.rows.map(({ cells }) => cells.map((cell) => cell?.value?.toString()).join(' ')),
      ['1234 2345', '3456 4567'],
    ],
    [
      'a sum that is none',
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;90;95\nJämförelsestörande poster;10;15\nNågot;100;110\n',
      { 'rowKind:resultatrakning:3': 'memo' },
      ({ table }) => table?.rows[2]?.kind,
      'memo',
    ],
  ])('%s', (_, text, answers, see, expected) => {
    const before = recognise(text)
    expect(before.questions.map(({ id }) => id)).toEqual(Object.keys(answers))
    const after = applyAnswers(before, answers)
    expect(after.questions).toEqual([])
    expect(see(after)).toEqual(expected)
  })

  test('a role said by a person is marked and stays, asked for or not', () => {
    const text =
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;90;95\nBudgetregulator;10;15\nÅrets resultat;100;110\n'
    const corrected = applyAnswers(recognise(text), {
      'rowRole:resultatrakning:2': 'otherCosts',
      'rowRole:resultatrakning:1': '',
    })
    expect(corrected.table?.rows.map(({ role, roleOrigin }) => `${role} ${roleOrigin}`)).toEqual([
      'null corrected',
      'otherCosts corrected',
      'resultOfTheYear recognised',
    ])
    const later = applyAnswers(corrected, { 'unit:resultatrakning': 'tkr' })
    expect(later.table?.rows[1]).toMatchObject({ role: 'otherCosts', roleOrigin: 'corrected' })
  })

  test('an answer that is none of the alternatives changes nothing', () => {
    const before = recognise('Anslag;Budget 2025;Plan 2026\nKulturnämnden;1;2\n')
    expect(applyAnswers(before, { 'unit:anslag': 'snäckor', 'tableKind:anslag': 'hej' }).questions).toEqual(
      before.questions,
    )
  })

  test('answers to questions of the whole book are given when the files are read again', async () => {
    const text = 'Anslag, mkr;2024;2025;2026\nKulturnämnden;1;2;3\n'
    expect(asked(await readText(text))).toEqual(['budgetYear  → 2024'])
    const { book, questions } = await readText(text, { answers: { budgetYear: '2025' } })
    expect(book).toMatchObject({ budgetYear: 2025, planYears: [2026] })
    expect(book.tables[0]?.columns.map(({ kind }) => kind)).toEqual(['budget', 'budget', 'plan'])
    expect(questions.map(({ id, proposed }) => `${id} ${proposed}`)).toEqual(['columnKind:anslag:1 budget'])
  })
})

describe('recogniseTables', () => {
  test('a doubtful role is asked about and not taken for granted', () => {
    const recognition = recognise(
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;90;95\nPersonalkostnader och övriga ersättningar;-10;-15\nÅrets resultat;80;80\n',
    )
    expect(recognition.table?.rows[1]?.role).toBeNull()
    const [question] = recognition.questions
    expect(question).toMatchObject({
      about: 'rowRole',
      proposed: 'personnelCosts',
      assumed: '',
      place: { row: 4 },
    })
    expect(question?.confidence).toBeLessThan(0.8)
    expect(question?.alternatives.map(({ value }) => value)).toContain('')
  })

  test('the same raw tables give the same recognition', () => {
    const text = 'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1.234;x\n'
    expect(recognise(text)).toEqual(recognise(text))
  })

  test('what is known beforehand wins over what the tables tell', () => {
    const { table } = recognise('Anslag;2025;2026\nKulturnämnden;1;2\n', {
      budgetYear: 2026,
      planYears: [2027],
      unit: 'tkr',
    })
    expect(table?.unit).toBe('tkr')
    expect(table?.columns.map(({ kind }) => kind)).toEqual(['budget', 'budget'])
  })

  test('tables of the same name get different keys', () => {
    const raw = ['a/anslag.csv', 'b/anslag.csv'].flatMap(
      (name) => readCsv(name, bytesOf('Mkr;Budget 2025\nKulturnämnden;1\n')).tables,
    )
    expect(recogniseTables(raw).map(({ table }) => table?.key)).toEqual(['anslag', 'anslag-2'])
  })

  test('never throws and never loses a printed string', () => {
    const figure = fc.oneof(
      fc.integer().map(String),
      fc.constantFrom(
        '70 669,0',
        '- 45',
        '−64,0',
        '5,9 %',
        '1.234',
        '1,234',
        '(45)',
        '..',
        '',
        '29 feb',
        '#REF!',
        '=A1',
        '2 229 mnkr',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const label = fc.oneof(
      fc.constantFrom(
        'Verksamhetens intäkter',
        'varav anslag',
        'Summa kostnader',
        'Årets resultat',
        'Kulturnämnden',
        'Trafiknämnden',
        'Tillgångar',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
    )
    const title = fc.constantFrom('Resultaträkning', 'Anslag', 'Balansräkning', 'Kassaflöde', 'Blad1', '')
    const rows = fc.array(fc.tuple(label, figure, figure, figure), { maxLength: 12 })
    fc.assert(
      fc.property(title, rows, (name, lines) => {
        const body = lines.map(([first, ...figures]) => [first, ...figures].map(clean).join(';'))
        const text = [name, 'Mkr;Utfall 2023;Budget 2025;Plan 2026', ...body].join('\n')
        const recognitions = recogniseTables(readCsv('t.csv', bytesOf(text)).tables)
        const printed = recognitions.flatMap(
          ({ table }) => table?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.printed ?? '')) ?? [],
        )
        const kept = new Map<string, number>()
        for (const each of printed) kept.set(each, (kept.get(each) ?? 0) + 1)
        // A line of words only may be a heading or a title; every other line's figures must be there.
        const lost = lines
          .map((line) => line.map(clean))
          .filter(
            ([first, ...figures]) =>
              first !== '' &&
              figures.some((each) => /\d/u.test(each)) &&
              !/(?:19|20)\d{2}|\d{2}/u.test(figures.join(' ')),
          )
          .flatMap(([, ...figures]) => figures)
          .filter((each) => each !== '' && !kept.has(each))
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
