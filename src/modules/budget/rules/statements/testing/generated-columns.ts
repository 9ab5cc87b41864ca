import { ZERO, type Amount } from '../../amount.ts'
import type { Column } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { BUDGET_YEAR, type World } from './budget-figures.ts'
import type { GeneratedFigures } from './generated-figures.ts'
import { changeColumn, yearColumn, type RowOf } from './table-of.ts'

/** A column of a generated table, and which world its figures are of; null for a change column. */
export type Placed = { column: Column; world: World | null }

export function years(figures: GeneratedFigures, before: readonly World[], change: boolean): Placed[] {
  const placed: Placed[] = before.map((world) => ({ column: columnOf(world), world }))
  for (const world of figures.worlds) {
    if (typeof world !== 'number') continue
    placed.push({ column: columnOf(world), world })
    const last = placed.findLast((each) => each.world === 'budgetBefore')
    if (change && world === BUDGET_YEAR && last !== undefined)
      placed.push({ column: changeColumn(last.column, columnOf(world)), world: null })
  }
  return placed
}

export function columnOf(world: World): Column {
  if (world === 'outcome') return yearColumn('outcome', BUDGET_YEAR - 2)
  if (world === 'forecast') return yearColumn('forecast', BUDGET_YEAR - 1)
  if (world === 'budgetBefore') return yearColumn('budget', BUDGET_YEAR - 1)
  return yearColumn(world === BUDGET_YEAR ? 'budget' : 'plan', world)
}

/** A row's exact figure in a world. */
export type Figure = (world: World) => Amount | null

/** A row's figures; a change column is computed in per cent of the budget before. */
export function row(
  placed: readonly Placed[],
  label: string,
  role: Role | null,
  figure: Figure,
  more: Partial<RowOf> = {},
): RowOf {
  const figures = placed.map(({ world }) => {
    if (world !== null) return figure(world)
    const [from, to] = [figure('budgetBefore'), figure(BUDGET_YEAR)]
    return from === null || to === null || from.isZero()
      ? to?.isZero() === true
        ? ZERO
        : null
      : to.div(from).minus(1).times(100)
  })
  return { label, role, figures, ...more }
}

export const sum = { kind: 'sum' as const }

export function statementRow(
  figures: GeneratedFigures,
  placed: readonly Placed[],
  turned: ReadonlySet<string> = new Set(),
) {
  return (role: Role, label: string, more: Partial<RowOf> = {}): RowOf =>
    row(
      placed,
      label,
      role,
      (world) => {
        const value = figures.rows.get(role)?.get(world) ?? ZERO
        return turned.has(role) ? value.neg() : value
      },
      more,
    )
}

export const labels: Record<string, string> = {
  personnelCosts: 'Personalkostnader',
  pensionCosts: 'Pensionskostnader',
  purchasedCare: 'Köpt hälso- och sjukvård',
  purchasedTransport: 'Köpt trafik',
  purchasedServices: 'Köp av verksamhet',
  grantsGiven: 'Lämnade bidrag',
  otherCosts: 'Övriga kostnader',
}

/** The columns of a balance sheet or cash flow: one a year, in order of time. */
export function timelineOf(figures: GeneratedFigures): Placed[] {
  return figures.timeline.map((world) => ({ column: columnOf(world), world }))
}
