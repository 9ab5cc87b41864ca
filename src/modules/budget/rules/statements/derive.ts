import { ZERO } from '../amount.ts'
import type { Table } from '../book.ts'
import type { StatementSettings } from './columns.ts'
import { addBoardRows } from './compiling/added-boards.ts'
import { compiledTables } from './compiling/compiled-tables.ts'
import type { Step } from './structure/draft.ts'
import { effectsOf, type Effect } from './effect.ts'
import { withOverrides } from './compiling/overrides.ts'
import { prepareBase, type PreparedBase } from './prepare.ts'
import { settledSteps } from './settling/settled-steps.ts'
import type { Version } from './version.ts'
import { changesOf, type VersionChanges } from './landing/version-changes.ts'

/** Our statements, and all that is needed to say how each of their figures came about. */
export type Derived = {
  tables: Table[]
  /** What was taken for granted, settled or understood on the way, for people to read and correct. */
  steps: Step[]
  base: PreparedBase
  version: Version
  effects: readonly Effect[]
  changes: VersionChanges
}

/**
 * Derives our statements from a base's statements and our differences from it. Every leaf is the base's plus what the
 * version changes, every sum is computed anew from its leaves, and every figure that several tables print is one
 * figure; so all statements agree exactly, and printing rounds each figure by itself.
 *
 * Columns of earlier years stay as printed. Tables whose kind is not followed pass through. A table of the summary or
 * the chapters is dropped: those are compiled from the version (`compileSummary`).
 * @param baseTables the base proposal's statements, printed or derived
 */
export function deriveStatements(
  baseTables: readonly Table[],
  version: Version,
  settings: StatementSettings,
): Derived {
  return deriveFrom(prepareBase(baseTables.filter(isStatement), settings), version)
}

/** The same from a base that is understood already: what runs on every edit. */
export function deriveFrom(base: PreparedBase, version: Version): Derived {
  const { structure } = base
  const effects = effectsOf(version, structure.settings.years)
  const changes = changesOf(base, effects, version.cashPolicy)
  const compiled = compiledTables(base, (quantity, year) => {
    const before = base.values[quantity]?.[year] ?? ZERO
    const change = changes.amounts[quantity]?.[year]
    return change === undefined || change.isZero()
      ? { value: before, changed: false }
      : { value: before.plus(change), changed: true }
  })
  const withBoards = compiled.map((table, at) => addBoardRows(base, table, at, changes.changes.addedBoards))
  const steps = [
    ...structure.steps,
    ...settledSteps(base.unsettled, structure.settings.unit),
    ...changes.changes.steps,
  ]
  return { tables: withOverrides(withBoards, version.overrides), steps, base, version, effects, changes }
}

/** Tables that are statements, and not compiled from a version. */
export function isStatement(table: Table): boolean {
  return table.kind !== 'adjustmentSummary' && table.kind !== 'chapterAdjustments'
}
