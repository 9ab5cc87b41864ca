import { ZERO, amount, round, type Amount } from '../../amount.ts'
import { adjustmentSummaries } from '../adjustment-boards.ts'
import { about } from '../explain/clue.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext } from '../context.ts'
import { term, type Judged } from '../judge.ts'
import { stateOf } from '../state.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { amountOf, cellAt, exponentOf, halfAt, isMoney, partAt, scaledAt, type RowView } from '../view.ts'

/** A row that says what some öre of tax bring. */
type TaxStep = { row: RowView; öre: Amount }

const inLabel = /(\d+(?:[.,]\d+)?)\s*öre\b/iu

function taxSteps(rows: readonly RowView[]): TaxStep[] {
  return rows.flatMap((row) => {
    const said = inLabel.exec(row.row.label)?.[1]
    const öre = said === undefined ? ZERO : amount(said.replace(',', '.'))
    return öre.isZero() ? [] : [{ row, öre }]
  })
}

/**
 * An öre brings the same whatever it is called: raised, or not lowered. The largest step is the most exact price;
 * the others are held against it in every year.
 */
export const equalSteps: Rule = rule({
  id: 'tax.equalSteps',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    adjustmentSummaries(context).flatMap(({ view, financing }): Series[] => {
      const steps = taxSteps(financing)
      if (steps.length < 2) return []
      return view.table.columns.flatMap((column, at) =>
        isYearColumn(column)
          ? [
              {
                judged: stepsInYear(
                  context,
                  steps.filter(({ row }) => isMoney(row, at) && scaledAt(row, at) !== 0),
                  at,
                ),
                about: steps.map(({ row }) => about.row(row)),
              },
            ]
          : [],
      )
    }),
})

function stepsInYear(context: CheckContext, steps: readonly TaxStep[], at: number): Judged[] {
  const largest = steps.toSorted((a, b) => b.öre.comparedTo(a.öre))[0]
  if (!largest) return []
  return steps.filter((step) => step !== largest).map((step) => judgeStep(context, step, largest, steps, at))
}

function judgeStep(
  context: CheckContext,
  step: TaxStep,
  largest: TaxStep,
  all: readonly TaxStep[],
  at: number,
): Judged {
  const share = step.öre.div(largest.öre)
  const own = partAt(step.row, at)
  const sign = Math.sign(scaledAt(step.row, at)) || 1
  const computed = share.times(Math.abs(scaledAt(largest.row, at))).times(sign)
  const tolerance = share.times(halfAt(largest.row, at)).plus(halfAt(step.row, at))
  const off = computed.minus(scaledAt(step.row, at))
  const quantum = amountOf(1, context.quantum, own.unit)
  const decimals = cellAt(step.row, at)?.decimals ?? context.book.decimals
  const shown = round(computed.times(quantum), decimals)
  const same = all.find((other) => other !== step && other.öre.equals(step.öre))
  return stateOf(context, equalSteps, step.row, at, {
    outcome: off.isZero() ? 'holds' : off.abs().lte(tolerance) ? 'rounding' : 'finding',
    terms: [largest, ...all.filter((other) => other !== largest && other !== step)].map(({ row }) =>
      term(row, at),
    ),
    computed: shown,
    tolerance: tolerance.times(quantum),
    explain: () => ({
      key: same ? 'check.explain.equalTaxSteps' : 'check.explain.taxStep',
      params: {
        step: step.öre.toNumber(),
        printed: cellAt(step.row, at)?.value ?? 0,
        same: same?.row.row.label ?? '',
        samePrinted: same ? (cellAt(same.row, at)?.value ?? 0) : 0,
        largest: largest.row.row.label,
        computed: shown,
      },
    }),
  })
}

/** How far what a step is said to bring may be from tax base times öre: bases are estimates and settled later. */
const leeway = amount('0.03')

/** A krona of tax is a hundredth of the tax base: `base × öre × 0.0001`, where the base is printed. */
export const taxBase: Rule = rule({
  id: 'tax.base',
  class: 'plausibility',
  severity: 'warning',
  run: (context) =>
    context.families.flatMap((family): Series[] => {
      const base = rowOf([...tablesOf(family, 'taxRevenue'), ...tablesOf(family, 'other')], 'taxBase')
      const views = new Set(tablesOf(family, 'adjustmentSummary'))
      if (!base) return []
      return adjustmentSummaries(context).flatMap(({ view, financing }) =>
        views.has(view)
          ? [{ judged: taxSteps(financing).flatMap((step) => againstBase(context, step, base)) }]
          : [],
      )
    }),
})

function againstBase(context: CheckContext, { row, öre }: TaxStep, base: RowView): Judged[] {
  return row.view.table.columns.flatMap((column, at) => {
    const there = sameColumn(base.view, column)
    if (there < 0 || !isMoney(row, at) || !isMoney(base, there) || scaledAt(row, at) === 0) return []
    const own = partAt(row, at)
    if (exponentOf(own.unit) === null) return []
    const computed = öre
      .times('0.0001')
      .times(scaledAt(base, there))
      .times(Math.sign(scaledAt(row, at)))
    const off = computed.minus(scaledAt(row, at)).abs()
    const tolerance = computed.abs().times(leeway).plus(halfAt(row, at))
    const quantum = amountOf(1, context.quantum, own.unit)
    const decimals = cellAt(row, at)?.decimals ?? context.book.decimals
    const shown = round(computed.times(quantum), decimals)
    return [
      stateOf(context, taxBase, row, at, {
        outcome: off.isZero() ? 'holds' : off.lte(tolerance) ? 'rounding' : 'finding',
        terms: [term(base, there)],
        computed: shown,
        tolerance: tolerance.times(quantum),
        explain: () => ({
          key: 'check.explain.taxBase',
          params: { step: öre.toNumber(), base: cellAt(base, there)?.value ?? 0, computed: shown },
        }),
      }),
    ]
  })
}
