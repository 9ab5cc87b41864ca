import { describe, expect, test } from 'vitest'
import { asked, outline, readText, told } from '../files.fixture.ts'

async function columnsOf(text: string): Promise<string[]> {
  const { book } = await readText(text)
  return book.tables[0]?.columns.map(({ kind, year }) => (year === null ? kind : `${kind} ${year}`)) ?? []
}

describe('headings', () => {
  test.each([
    [
      'one line',
      'Mkr;Utfall 2023;Budget 2024;Budget 2025;Plan 2026\nKulturnämnden;1;2;3;4\n',
      ['outcome 2023', 'budget 2024', 'budget 2025', 'plan 2026'],
    ],
    [
      'years over kinds',
      ';2023;2024;2025\nMkr;Bokslut;Budget;Budget\nKulturnämnden;1;2;3\n',
      ['outcome 2023', 'budget 2024', 'budget 2025'],
    ],
    [
      'kinds over years',
      ';Bokslut;Budget;Budget;Plan;\nMkr;2023;2024;2025;2026;2027\nKulturnämnden;1;2;3;4;5\n',
      ['outcome 2023', 'budget 2024', 'budget 2025', 'plan 2026', 'plan 2027'],
    ],
    [
      'a year once over two kinds',
      ';2024;;2025\nMkr;Budget;Prognos;Budget\nKulturnämnden;1;2;3\n',
      ['budget 2024', 'forecast 2024', 'budget 2025'],
    ],
    [
      'units under',
      'Nämnd;Budget 2024;Budget 2025;Förändring\n;mkr;mkr;%\nKulturnämnden;100;110;10\nTrafiknämnden;200;202;1\nPatientnämnden;50;60;20\n',
      ['budget 2024', 'budget 2025', 'change'],
    ],
    [
      'abbreviations',
      'Nämnd;UT 2023;B24;Bu 25;P 2026;VP 2027\nKulturnämnden;1;2;3;4;5\n',
      ['outcome 2023', 'budget 2024', 'budget 2025', 'plan 2026', 'plan 2027'],
    ],
    [
      'P before the budget year is a forecast',
      'Nämnd;P 2024;Budget 2025;P 2026\nKulturnämnden;1;2;3\n',
      ['forecast 2024', 'budget 2025', 'plan 2026'],
    ],
    [
      'dates',
      'Mkr;2023-12-31;2024-12-31\nKassa och bank;1;2\nSumma tillgångar;3;4\n',
      ['budget 2023', 'plan 2024'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await columnsOf(text)).toEqual(expected)
  })

  test('a scenario counts what the other columns count, a change in per cent does not', async () => {
    const { book } = await readText(
      'Känslighetsanalys, tkr;−1 %;Budget 2025;+1 %;Förändring 24–25, %\nPersonalkostnader;18,8;−1 880,4;−18,8;3,2\n',
    )
    expect(book.tables[0]?.kind).toBe('sensitivityAnalysis')
    expect(book.tables[0]?.rows[0]).toMatchObject({ kind: 'line', unit: 'tkr' })
    expect(book.tables[0]?.rows[0]?.cells.map((cell) => cell?.unit)).toEqual(['tkr', 'tkr', 'tkr', 'percent'])
  })

  test('figures that look like years are no headings', async () => {
    const { book } = await readText(
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;2013;2050\nTrafiknämnden;1995;2001\n',
    )
    expect(book.tables.map(({ rows }) => rows.length)).toEqual([2])
  })

  test('a change column without years is tied to the columns its figures compare', async () => {
    const { book } = await readText(
      'Anslag, mkr;Utfall 2023;Budget 2024;Budget 2025;Diff\nKulturnämnden;90;100;110;10\nTrafiknämnden;190;200;202;2\nPatientnämnden;45;50;60;10\nHälsonämnden;1;2;4;2\n',
    )
    expect(book.tables[0]?.columns.at(-1)?.compares).toEqual({ from: 'budget-2024', to: 'budget-2025' })
  })
})

describe('tables in a file', () => {
  test('a title, a unit line, sections, of-which rows, a sum and an end', async () => {
    const { book } = await readText(
      [
        'Resultatkrav per nämnd och bolag;;',
        'Belopp i tkr;;',
        ';Budget 2025;Plan 2026',
        'Kollektivtrafik;;',
        'Trafiknämnden;180;904',
        '- varav trafikförvaltningen;60;109',
        'Kollektivtrafik totalt;180;904',
        'Regionstyrelsen;0;0',
        'Totalt;180;904',
      ].join('\n'),
    )
    expect(book.tables).toHaveLength(1)
    expect(book.tables[0]).toMatchObject({
      title: 'Resultatkrav per nämnd och bolag',
      kind: 'resultRequirements',
      unit: 'tkr',
    })
    expect(book.tables[0] && outline(book.tables[0])).toEqual([
      'Kollektivtrafik: line resultRequirement | Trafiknämnden | 180 ; 904',
      'Kollektivtrafik: ofWhich resultRequirement | - varav trafikförvaltningen | 60 ; 109',
      'Kollektivtrafik: sum sectionTotal | Kollektivtrafik totalt | 180 ; 904',
      'line resultRequirement | Regionstyrelsen | 0 ; 0',
      'sum grandTotal | Totalt | 180 ; 904',
    ])
  })

  test('several tables under one another', async () => {
    const { book } = await readText(
      [
        'Resultaträkning',
        'Mkr;Budget 2025;Plan 2026',
        'Verksamhetens intäkter;10;11',
        'Verksamhetens kostnader;-8;-9',
        'Årets resultat;2;2',
        '',
        'Balansräkning',
        'Mkr;Budget 2025;Plan 2026',
        'Kassa och bank;5;6',
        'Summa tillgångar;5;6',
        'Eget kapital;5;6',
      ].join('\n'),
    )
    expect(book.tables.map(({ title, kind, rows }) => `${title} ${kind} ${rows.length}`)).toEqual([
      'Resultaträkning incomeStatement 3',
      'Balansräkning balanceSheet 3',
    ])
  })

  test('the adjustment summary as it is printed', async () => {
    const { book, questions } = await readText(
      [
        'Sammanställning av förslag, mnkr',
        ';V-tillägg 2025;Budget 2025;Plan 2026',
        'Kulturnämnden;;;',
        'MK förslag;;619,3;636,8',
        'Ökade anslag studieförbund;10,0;10,0;10,0',
        'Summa V;10,0;629,3;646,8',
        'Patientnämnden;;;',
        'MK förslag;;36,1;37,3',
        'Summa V;;36,1;37,3',
        'SUMMA ANSLAG;;665,4;684,1',
        'Koalitionens resultat;;75,4;80,0',
        'Skattehöjning 15 öre 2025;;20,0;21,0',
        'RESULTAT EGET FÖRSLAG;;85,4;91,0',
      ].join('\n'),
    )
    expect(questions).toEqual([])
    expect(book.tables[0]?.kind).toBe('adjustmentSummary')
    expect(book.tables[0]?.columns[0]).toMatchObject({ kind: 'addition', year: 2025 })
    expect(book.tables[0]?.rows.map(({ section, role }) => `${section ?? ''} ${role}`)).toEqual([
      'Kulturnämnden baseProposal',
      'Kulturnämnden adjustment',
      'Kulturnämnden adjustedSum',
      'Patientnämnden baseProposal',
      'Patientnämnden adjustedSum',
      ' adjustedTotal',
      ' baseResult',
      ' financing',
      ' ownResult',
    ])
  })

  test('a chapter’s list, with the board in a column of its own', async () => {
    const { book } = await readText(
      'Nämnd;Åtgärd;2025;2026;2027\nKulturnämnden;Fler bibliotek;15;;\nTrafiknämnden;Fler bussar;5;5;5\n',
      { frame: { budgetYear: 2025, unit: 'mnkr' } },
    )
    expect(book.tables[0]?.kind).toBe('chapterAdjustments')
    expect(book.tables[0] && outline(book.tables[0])).toEqual([
      'Kulturnämnden: line adjustment | Fler bibliotek | 15 ; "" ; ""',
      'Trafiknämnden: line adjustment | Fler bussar | 5 ; 5 ; 5',
    ])
  })

  test('units one after another become one table each', async () => {
    const { book } = await readText(
      [
        'Resultat per enhet',
        'Mkr;Budget 2025;Plan 2026',
        'Kulturnämnden;;',
        'Intäkter;703;721',
        'varav anslag;649;667',
        'Kostnader;-703;-721',
        'Resultat;0;0',
        'Locum AB;;',
        'Intäkter;428;427',
        'Kostnader;-425;-424',
        'Resultat;3;3',
      ].join('\n'),
    )
    expect(book.tables.map(({ body, kind, rows }) => `${body} ${kind} ${rows.length}`)).toEqual([
      'Kulturnämnden unitResult 4',
      'Locum AB unitResult 3',
    ])
    expect(book.tables[0]?.rows[1]).toMatchObject({ kind: 'ofWhich', role: 'appropriationIncome' })
  })

  test('a label on two lines is put together', async () => {
    const { book } = await readText(
      'Kassaflöde\nMkr;Budget 2025;Plan 2026\nÖkning (+) resp minskning (-) av kortfristiga skulder;;\n(exkl leasing- och lånefinansiering);-133;44\nÅrets kassaflöde;-133;44\n',
    )
    expect(book.tables[0]?.rows[0]).toMatchObject({
      label: 'Ökning (+) resp minskning (-) av kortfristiga skulder (exkl leasing- och lånefinansiering)',
      role: 'currentLiabilitiesChange',
    })
  })

  test('a sum that is not called so is found by its figures and its bold or place', async () => {
    const { book, questions } = await readText(
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;100;110\nTrafiknämnden;200;210\nPatientnämnden;30;31\nByggnämnden;5;6\nREGIONEN;335;357\n',
    )
    expect(book.tables[0]?.rows.at(-1)).toMatchObject({ kind: 'sum', role: 'appropriationTotal' })
    expect(questions).toEqual([])
  })

  test('a percent row in an amount table stands beside the arithmetic', async () => {
    const { book } = await readText(
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;10;11\nAndel av budget;5,9 %;6,0 %\nÅrets resultat;2;2\n',
    )
    expect(book.tables[0]?.rows[1]).toMatchObject({ kind: 'memo', unit: 'percent' })
  })
})

describe('what is wrong is told with its place', () => {
  test.each([
    [
      'text in a number cell',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;29 feb;1\nTrafiknämnden;1;2\n',
      ['error 2:2 reading.number.notANumber'],
    ],
    [
      'two columns alike',
      'Anslag, mkr;Budget 2025;Budget 2025;Plan 2026\nKulturnämnden;1;1;1\n',
      ['error 1:3 reading.column.twice'],
    ],
    [
      'a row twice',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1;2\nTrafiknämnden;3;4\nKulturnämnden;1;2\n',
      ['warning 4 reading.row.twice'],
    ],
    [
      'a missing year',
      'Anslag, mkr;Budget 2025;Plan 2027\nKulturnämnden;1;2\n',
      ['warning 1 reading.column.yearMissing'],
    ],
    [
      'a negative where none can be',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;-1;2\n',
      ['warning 2:2 reading.cell.negative'],
    ],
    [
      'a figure past the headings',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1;2;3\nTrafiknämnden;1;2\n',
      ['error 2:4 reading.row.figureBeyond'],
    ],
    [
      'a row that ends early',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1\nTrafiknämnden;1;2\n',
      ['warning 2 reading.row.tooShort'],
    ],
    ['headings only', 'Anslag, mkr;Budget 2025;Plan 2026\n', ['warning 1 reading.table.noRows']],
    ['no headings', 'Kulturnämnden;1;2\nTrafiknämnden;3;4\n', ['error 1 reading.table.noHeadings']],
    [
      'a column of words',
      'Anslag, mkr;Budget 2025;Ansvarig\nKulturnämnden;1;ekonomichefen\nTrafiknämnden;2;kanslichefen\n',
      ['notice 1:3 reading.column.leftOut'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(told(await readText(text))).toEqual(expected)
  })

  test('of one fault in many cells the first are told and the rest counted', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `Nämnd ${at} nämnden;x${at};1`).join('\n')
    const { problems } = await readText(`Anslag, mkr;Budget 2025;Plan 2026\n${rows}\n`)
    expect(problems.filter(({ message }) => message.key === 'reading.number.notANumber')).toHaveLength(20)
    expect(
      problems.find(({ message }) => message.key === 'reading.cell.moreLikeThis')?.message.params,
    ).toEqual({ more: 30 })
  })
})

describe('what is unsure is asked', () => {
  test.each([
    ['the unit', 'Anslag;Budget 2025;Plan 2026\nKulturnämnden;1;2\n', ['unit 1 → mnkr']],
    ['the kind of table', 'Mkr;Budget 2025;Plan 2026\nBlommor;1;2\nBin;3;5\n', ['tableKind 1 → other']],
    [
      'the kind of a column',
      'Anslag, mkr;Budget 2025;Plan 2026;Kvot\nKulturnämnden;1;2;3\n',
      ['columnKind 1:4 → other'],
    ],
    [
      'the year of a column',
      'Anslag, mkr;Budget 2025;Plan 2026;Plan\nKulturnämnden;1;2;3\n',
      ['columnYear 1:4 → 2027'],
    ],
    [
      'full stops',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1.234;2\n',
      ['numberMarks 1 → thousands'],
    ],
    [
      'three digits after every comma',
      'Anslag, mkr;Budget 2025;Plan 2026\nKulturnämnden;1,234;2,345\nTrafiknämnden;3,456;4,567\n',
      ['numberMarks 1 → thousands'],
    ],
    [
      'a sum of two lines that nobody marked',
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;90;95\nJämförelsestörande poster;10;15\nNågot;100;110\n',
      ['rowKind 5 → sum'],
    ],
    [
      'what a row means',
      'Resultaträkning\nMkr;Budget 2025;Plan 2026\nVerksamhetens intäkter;90;95\nPersonalkostnader och övriga ersättningar;-10;-15\nÅrets resultat;80;80\n',
      ['rowRole 4 → personnelCosts'],
    ],
    ['bare years', 'Anslag, mkr;2024;2025;2026\nKulturnämnden;1;2;3\n', ['budgetYear  → 2024']],
  ])('%s', async (_, text, expected) => {
    expect(asked(await readText(text))).toEqual(expected)
  })
})
