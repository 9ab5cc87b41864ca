import type { Amount } from '../../amount.ts'
import { sameColumn, yearColumns } from '../columns.ts'
import { tablesOf, type CheckContext } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { stateOf } from '../state.ts'
import type { Outcome, Sentence } from '../report.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import {
  amountOf,
  halfAt,
  isMoney,
  partAt,
  printedAt,
  scaledAt,
  type RowView,
  type TableView,
} from '../view.ts'

/** How a scenario column prints what is changed: the change alone, or the row as it becomes. */
type Convention = 'change' | 'level'

/** One scenario figure and what it is computed from. */
type Scenario = { row: RowView; at: number; base: number; shift: Amount }

/** A scenario moves every row by the same share. */
export const linear: Rule = rule({
  id: 'sensitivity.linear',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    tablesOf(context, 'sensitivityAnalysis').flatMap((view) => {
      const scenarios = scenariosOf(view)
      const convention = conventionOf(scenarios)
      return [...Map.groupBy(scenarios, ({ row }) => row).values()].map((ofRow) => ({
        judged: ofRow.map((scenario) => judgeScenario(context, scenario, convention)),
      }))
    }),
})

function scenariosOf(view: TableView): Scenario[] {
  const [base] = yearColumns(view)
  if (base === undefined) return []
  return view.rows.flatMap((row) =>
    view.table.columns.flatMap(({ kind, shift }, at) =>
      kind === 'scenario' &&
      shift !== null &&
      row.row.kind !== 'memo' &&
      isMoney(row, at) &&
      isMoney(row, base)
        ? [{ row, at, base, shift }]
        : [],
    ),
  )
}

/** Most of the figures decide. */
function conventionOf(scenarios: readonly Scenario[]): Convention {
  const fits = (convention: Convention): number =>
    scenarios.filter((each) => compare(each, convention).outcome !== 'finding').length
  if (fits('change') * 2 > scenarios.length) return 'change'
  return fits('level') > fits('change') ? 'level' : 'change'
}

type Comparison = {
  outcome: Outcome
  /** In parts of a quantum (a hundredth of it for shares of whole per cents), so that they are whole numbers. */
  computed: number
  tolerance: number
  /** The power of ten of such a part in quanta. */
  power: number
}

function compare({ row, at, base, shift }: Scenario, convention: Convention): Comparison {
  const share = convention === 'change' ? shift : shift.plus(1)
  const digits = share.decimalPlaces()
  const parts = 10 ** digits
  const factor = Math.round(share.toNumber() * parts)
  const computed = factor * scaledAt(row, base)
  const tolerance = Math.abs(factor) * halfAt(row, base) + parts * halfAt(row, at)
  const off = Math.abs(computed - parts * scaledAt(row, at))
  const outcome = off <= parts * halfAt(row, at) ? 'holds' : off <= tolerance ? 'rounding' : 'finding'
  return { outcome, computed, tolerance, power: -digits }
}

function judgeScenario(context: CheckContext, scenario: Scenario, convention: Convention): Judged {
  const { row, at, base } = scenario
  const { outcome, computed, tolerance, power } = compare(scenario, convention)
  const { unit } = partAt(row, at)
  return stateOf(context, linear, row, at, {
    outcome,
    terms: [term(row, base)],
    // What is printed is what is computed, rounded.
    computed: outcome === 'holds' ? printedAt(row, at) : amountOf(computed, context.quantum + power, unit),
    tolerance: amountOf(tolerance, context.quantum + power, unit),
    explain: () => said(scenario, computed * 10 ** power, tolerance * 10 ** power),
  })
}

function said({ row, at, base, shift }: Scenario, computed: number, tolerance: number): Sentence {
  const turned = Math.abs(computed + scaledAt(row, at)) <= tolerance
  return {
    key: turned ? 'check.explain.scenarioSign' : 'check.explain.scenario',
    params: { row: row.row.label, percent: shift.times(100).toNumber(), base: printedAt(row, base) ?? 0 },
  }
}

/** The column the scenarios start from repeats the income statement. */
export const anchored: Rule = rule({
  id: 'sensitivity.incomeStatement',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    context.families.flatMap((family) => {
      const [statement] = tablesOf(family, 'incomeStatement')
      if (!statement) return []
      return tablesOf(family, 'sensitivityAnalysis').flatMap((view): Series[] => [
        { judged: anchors(context, view, statement) },
      ])
    }),
})

function anchors(context: CheckContext, view: TableView, statement: TableView): Judged[] {
  const [at] = yearColumns(view)
  const column = at === undefined ? undefined : view.table.columns[at]
  if (at === undefined || !column) return []
  const there = sameColumn(statement, column)
  if (there < 0) return []
  return [...view.byRole].flatMap(([role, [row, ...more]]) => {
    const [other, ...others] = statement.byRole.get(role) ?? []
    if (!row || !other || more.length + others.length > 0 || !isMoney(row, at) || !isMoney(other, there))
      return []
    return [judge(context, anchored, term(row, at), [term(other, there)])]
  })
}

/** The ticket revenue it starts from is that of a unit. */
export const ticketRevenue: Rule = rule({
  id: 'sensitivity.ticketRevenue',
  class: 'identity',
  severity: 'error',
  run: (context) => {
    const units = tablesOf(context, 'unitResult').flatMap((view) => view.byRole.get('ticketRevenue') ?? [])
    return tablesOf(context, 'sensitivityAnalysis').flatMap((view): Series[] => {
      const row = view.byRole.get('ticketRevenue')?.[0]
      const [at] = yearColumns(view)
      const column = at === undefined ? undefined : view.table.columns[at]
      if (!row || at === undefined || !column || !isMoney(row, at)) return []
      const figure = term(row, at)
      const figures = units.flatMap((unit) => {
        const there = sameColumn(unit.view, column)
        return there >= 0 && isMoney(unit, there) ? [term(unit, there)] : []
      })
      const off = (other: Term): number => Math.abs(scaledAt(row, at) - scaledAt(other.row, other.column))
      const nearest = figures.reduce<Term | null>(
        (best, other) => (best === null || off(other) < off(best) ? other : best),
        null,
      )
      return nearest ? [{ judged: [judge(context, ticketRevenue, figure, [nearest])] }] : []
    })
  },
})
