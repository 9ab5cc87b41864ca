import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZERO, type Amount } from '../amount.ts'
import { deriveFrom } from './derive.ts'
import { explainTakenBack } from './explain-base.ts'
import { explainBoardSum, explainResult } from './explain-summary.ts'
import { explainCell } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { prepareBase } from './prepare.ts'
import { anyShape, anyVersion, groundOf } from './testing/arbitraries.ts'
import { exampleBase, exampleVersion, plainPrint } from './testing/example.ts'
import { generateBudget } from './testing/generated-budget.ts'
import { printFigure } from './compiling/derived-cell.ts'
import { runs } from './testing/runs.ts'

const taken = exampleBase()
const version = exampleVersion()
const derived = deriveFrom(taken.base, version)

/** What an explanation's children come to; null where they are not summed. */
function sumOf(explanation: Explanation): Amount {
  return explanation.children.reduce(
    (total, child) => total.plus((child.value ?? ZERO).times(child.sign)),
    ZERO,
  )
}

function everywhere(explanation: Explanation): Explanation[] {
  return [explanation, ...explanation.children.flatMap(everywhere)]
}

/** The tree as indented lines: kind, figure and what it is of. */
function lines(explanation: Explanation, depth = 0): string[] {
  const { kind, value, sign, adjustment, sourceLine, message } = explanation
  const figure = value === null ? '' : plainPrint(printFigure(value, 0, 'mnkr'))
  const of = adjustment ?? message.params['row'] ?? ''
  const own = `${'  '.repeat(depth)}${kind} ${sign === 1 ? '' : 'less '}${figure} ${of}${sourceLine === null ? '' : ` line ${sourceLine.line}`}`
  return [own, ...explanation.children.flatMap((child) => lines(child, depth + 1))]
}

describe('how a figure is computed', () => {
  test('a leaf is the base and each adjustment, down to the source line', () => {
    const explanation = explainCell(
      derived,
      'resultatrakning',
      'personalkostnader-och-inhyrd-personal',
      'plan-2026',
    )
    expect(explanation && lines(explanation)).toEqual([
      'sum -38 815 Personalkostnader och inhyrd personal',
      '  base -38 559 Personalkostnader och inhyrd personal line 3601',
      '  change -80 halso-och-sjukvardsnamnden/personalsatsningar-inom-24-7-verksamhet',
      '  change -178 halso-och-sjukvardsnamnden/dubbelt-natt-ob-for-underskoterskor',
      '  change 2 regionstyrelsen/besparing-politikerarvoden-och-politisk-organisation',
    ])
  })

  test('a sum is its parts, a part of an appropriation too', () => {
    const explanation = explainCell(derived, 'anslag', 'trafiknamnden', 'budget-2025')
    expect(explanation && lines(explanation).filter((line) => !line.startsWith('    change'))).toEqual([
      'sum 15 530 Trafiknämnden',
      '  sum 13 760 varav trafikförvaltningen',
      '    base 13 156 varav trafikförvaltningen line 3631',
      '  sum 1 345 varav färdtjänstverksamheten',
      '    base 1 277 varav färdtjänstverksamheten line 3632',
      '  base 425 varav förvaltning för utbyggd tunnelbana line 3633',
    ])
  })

  test('a roll-forward leads to the year before, and so to every year', () => {
    const explanation = explainCell(derived, 'balansrakning', 'eget-kapital/ovrigt-eget-kapital', 'plan-2027')
    const places = everywhere(explanation ?? fail()).flatMap((each) => each.place ?? [])
    expect(
      places
        .filter(({ row }) => row === 'arets-resultat')
        .map(({ column }) => column)
        .sort(),
    ).toEqual(['budget-2025', 'plan-2026'])
  })

  test.each([
    ['balansrakning', 'soliditet-inklusive-ansvarsforbindelsen', 'plan-2027', 'computed', 3],
    ['kanslighetsanalys', 'kostnader/kopt-trafik', 'scenario-plus-3', 'computed', 1],
    ['resultatrakning', 'kopt-trafik', 'change-2024-2025', 'computed', 2],
    ['resultatrakning', 'kopt-trafik', 'outcome-2023', 'printed', 0],
  ])('%s, %s, %s: %s of %d', (table, row, column, kind, children) => {
    const explanation = explainCell(derived, table, row, column)
    expect(explanation?.kind).toBe(kind)
    expect(explanation?.children).toHaveLength(children)
  })

  test('what is not there has no explanation', () => {
    expect(explainCell(derived, 'anslag', 'trafiknamnden', 'plan-2031')).toBeNull()
    expect(explainCell(derived, 'nowhere', 'trafiknamnden', 'plan-2026')).toBeNull()
  })

  test('a base figure that was taken back: print, what was taken out, what rounding settled', () => {
    const explanation = explainTakenBack(taken, 'resultatrakning', 'skatteintakter', 'budget-2025')
    expect(explanation && lines(explanation).slice(0, 3)).toEqual([
      'sum 104 082 Skatteintäkter',
      '  printed 105 343 Skatteintäkter line 3612',
      '  change -1 261 skattehojning-15-ore-2025',
    ])
    expect(explanation && sumOf(explanation).toString()).toBe(explanation?.value?.toString())
  })

  test("a board's sum and the result, as the summary counts them", () => {
    const board = explainBoardSum(derived, 'Kulturnämnden', 0)
    expect(board && lines(board)).toEqual([
      'sum 649 ',
      '  base 619  line 3634',
      '  change 15 kulturnamnden/upprakning-verksamhetsstod-for-kulturlivet',
      '  change 5 kulturnamnden/okad-tillgang-till-kultur-inom-varden',
      '  change 10 kulturnamnden/okade-anslag-studieforbund',
    ])
    const result = explainResult(derived, 1)
    // 2026: 2 253,8 + 1 322 + 452 + 430 − 100 − (287 + 295 + 1 315 + 30 + 22 + 24)
    expect(result.children.map((each) => `${each.sign === 1 ? '' : '-'}${each.value?.toFixed(0)}`)).toEqual([
      '2254',
      '1322',
      '452',
      '430',
      '-100',
      '-287',
      '-295',
      '-1315',
      '-30',
      '-22',
      '-24',
    ])
    expect(sumOf(result).toString()).toBe(result.value?.toString())
  })

  test('every sum is exactly what stands under it, in any budget', () => {
    const anyDerived = anyShape.chain((shape) => {
      const book = generateBudget(shape)
      return anyVersion(groundOf(book), 40).map((ours) =>
        deriveFrom(
          prepareBase(book.tables, { years: [book.budgetYear, ...book.planYears], unit: book.unit }),
          ours,
        ),
      )
    })
    fc.assert(
      fc.property(anyDerived, fc.nat(), (any, pick) => {
        const table = any.tables[pick % any.tables.length]
        const wrong = (table?.rows ?? []).flatMap((row) =>
          (table?.columns ?? []).flatMap((column) => {
            const explanation = explainCell(any, table?.key ?? '', row.key, column.key)
            return explanation === null
              ? []
              : everywhere(explanation).filter(
                  (each) => each.kind === 'sum' && !sumOf(each).eq(each.value ?? ZERO),
                )
          }),
        )
        expect(wrong.map((each) => lines(each)[0])).toEqual([])
      }),
      runs(6),
    )
  })
})

function fail(): never {
  throw new Error('no explanation')
}
