import { ZERO, type Amount } from '../amount.ts'
import type { Table } from '../book.ts'
import type { StatementSettings } from './columns.ts'
import { compiledTables } from './compiling/compiled-tables.ts'
import { isStatement } from './derive.ts'
import type { Step } from './structure/draft.ts'
import { effectsOf, type Effect } from './effect.ts'
import { prepareBase, prepared, type PreparedBase } from './prepare.ts'
import { printedFigures, type PrintedFigure } from './settling/printed-figure.ts'
import { settle } from './settling/settle.ts'
import { contradictionOf, settledSteps, type Contradiction } from './settling/settled-steps.ts'
import { summaryFigures } from './settling/summary-figures.ts'
import type { Version } from './version.ts'
import { changesOf, type VersionChanges } from './landing/version-changes.ts'

/** A base that was never printed, got by taking our adjustments back out of our own printed statements. */
export type TakenBack = {
  /** The base's statements: compiled columns derived (with the source line of the printed cell), history as printed. */
  tables: Table[]
  /** The same, ready to derive versions from. */
  base: PreparedBase
  /** Our printed figures that do not agree with the others, with what they would have to be. */
  contradictions: Contradiction[]
  steps: Step[]
  /** Our printed statements as they were understood, and what was taken back: to explain a base figure with. */
  ours: PreparedBase
  away: VersionChanges
}

/**
 * Takes our adjustments back out of our printed statements, to get the base they were made from. Where the document
 * prints base proposals itself (in its adjustment summary), those are believed before what is taken back.
 *
 * What a document does not print is assumed, and told in `steps` with the adjustment to correct: the row of the income
 * statement each adjustment was put on, and the part of an appropriation that carries it.
 * @param printedOurs our statements and adjustment summary, as printed; they are not changed
 * @param version the adjustments the document made, and what it let the result do
 */
export function takeBack(
  printedOurs: readonly Table[],
  version: Version,
  settings: StatementSettings,
): TakenBack {
  const ours = prepareBase(printedOurs.filter(isStatement), settings)
  const effects = effectsOf(version, settings.years)
  const away = changesOf(ours, effects.map(reversed), version.cashPolicy)
  const change = (figure: { quantity: number; year: number }): Amount =>
    away.amounts[figure.quantity]?.[figure.year] ?? ZERO
  const inBase = (figure: PrintedFigure): PrintedFigure => ({
    ...figure,
    value: figure.value.plus(change(figure)),
  })
  const summaries = printedOurs.filter((table) => table.kind === 'adjustmentSummary')
  const figures = [
    ...printedFigures(ours.structure).map(inBase),
    ...summaries.flatMap((table) => summaryFigures(table, ours, change)),
  ]
  const { values, unsettled } = settle(ours.structure, figures)
  const base = prepared(ours.structure, values, unsettled)
  const tables = compiledTables(base, (quantity, year) => ({
    value: values[quantity]?.[year] ?? ZERO,
    changed: !change({ quantity, year }).isZero(),
  }))
  const contradictions = unsettled.map((each) => contradictionOf(each, settings.unit))
  const steps = [...ours.structure.steps, ...settledSteps(unsettled, settings.unit), ...away.changes.steps]
  return { tables, base: prepareBase(tables, settings), contradictions, steps, ours, away }
}

function reversed(effect: Effect): Effect {
  return { ...effect, amounts: effect.amounts.map((each) => each?.neg() ?? null) }
}
