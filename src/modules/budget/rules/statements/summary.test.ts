import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { compileChapterTables } from './compiling/chapter-tables.ts'
import { budgetBaseOf } from './prepare.ts'
import { compileSummary } from './summary.ts'
import { exampleBase, exampleSettings, exampleVersion, plainPrint } from './testing/example.ts'
import { wordsFor } from './testing/words.ts'
import type { Version } from './version.ts'

const base = budgetBaseOf(exampleBase().base)
const print = { unit: 'mnkr' as const, decimals: 1, words: wordsFor(exampleSettings.years) }
const version = exampleVersion()

function printed(ours: Version): Map<string, string[]> {
  return new Map(
    compileSummary(ours, base, print).rows.map((row) => [
      row.key,
      row.cells.map((cell) => plainPrint(cell?.printed ?? '')),
    ]),
  )
}

describe('the compiled summary of the example', () => {
  const rows = printed(version)

  test.each([
    // The printed sum of the addition column has a stray cell in it: 2 059,0.
    ['sum:Regionstyrelsen', ['22,0', '2 896,8', '3 038,5', '3 133,1']],
    ['base:Trafiknämnden', ['', '14 858,4', '15 340,8', '15 841,4']],
    ['sum:Trafiknämnden', ['672,0', '15 530,4', '16 655,8', '17 148,4']],
    ['adjustment:trafiknamnden/okad-ram-for-dampade-trafikanpassningar', ['0,0', '0,0', '600,0', '600,0']],
    ['adjustment:trafiknamnden/fardplan-egen-regi', ['', '', '70,0', '70,0']],
    // A board without adjustments, and the one that is missing from the printed summary.
    ['sum:Patientnämnden', ['0,0', '36,1', '37,3', '38,5']],
    ['sum:Revisorskollegiet', ['0,0', '41,5', '42,5', '43,5']],
    // 105 648,8 as printed, with the 41,5 that was left out.
    ['total', ['1 128,0', '105 690,3', '110 645,7', '115 135,7']],
    ['baseResult', ['', '75,5', '2 253,8', '2 037,7']],
    ['adjustment:justering-resultatkrav-slso', ['', '', '-100,0', '-100,0']],
    ['ownResult', ['', '208,5', '2 384,8', '2 275,7']],
  ])('%s: %j', (key, expected) => {
    expect(rows.get(key)).toEqual(expected)
  })

  test('blank, 0 and −0 stay three different things', () => {
    const adjustments = version.adjustments.map((each) =>
      each.id === 'kulturnamnden/okade-anslag-studieforbund'
        ? { ...each, amounts: { 2025: amount('-0'), 2027: amount(0) } }
        : each,
    )
    expect(
      printed({ ...version, adjustments }).get('adjustment:kulturnamnden/okade-anslag-studieforbund'),
    ).toEqual(['-0,0', '-0,0', '', '0,0'])
  })
})

const inChapter = (chapters: Record<string, string>): Version => ({
  ...version,
  adjustments: version.adjustments.map((each) => ({ ...each, chapter: chapters[each.id] ?? null })),
})
const lists = (ours: Version) =>
  compileChapterTables(ours, exampleSettings.years, print).map((table) => [table.chapter, table.rows.length])

describe("the chapters' lists", () => {
  test('there are none where no adjustment stands in a chapter', () => {
    expect(lists(version)).toEqual([])
  })

  test.each([
    [undefined, ['Kultur', 'Övriga justeringar']],
    [
      (chapter: string) => `Ändringar i kapitel ${chapter}`,
      ['Ändringar i kapitel Kultur', 'Övriga justeringar'],
    ],
  ])('each is called what the words say, else as its chapter', (said, expected) => {
    const ours = inChapter({ 'kulturnamnden/okade-anslag-studieforbund': 'Kultur' })
    const words = said ? { ...print.words, inChapter: said } : print.words
    const tables = compileChapterTables(ours, exampleSettings.years, { ...print, words })
    expect(tables.map((table) => table.title)).toEqual(expected)
  })

  test('an adjustment without one stands where its board does, else at the end', () => {
    const ours = inChapter({
      'kulturnamnden/okade-anslag-studieforbund': 'Kultur',
      'trafiknamnden/farre-ordningsvakter': 'Trafik',
      'trafiknamnden/fardplan-egen-regi': 'Arbete',
    })
    // Culture 3; transport 14, of which one in another chapter; everything else 7 + 5 + 3 + 1.
    expect(lists(ours)).toEqual([
      ['Arbete', 13],
      ['Trafik', 1],
      ['Kultur', 3],
      [null, 16],
    ])
  })
})
