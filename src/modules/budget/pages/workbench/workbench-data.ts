import type { AdjustmentKind } from '../../rules/statements/version.ts'

/** What the workbench shows and edits, as it travels to the browser: amounts are exact decimal texts. */
export type WorkbenchData = {
  bookId: string
  versionId: string
  revision: string
  years: number[]
  decimals: number
  editable: boolean
  boards: WorkbenchBoard[]
  /** The base proposal's result by year. */
  baseResult: string[]
  rows: WorkbenchRow[]
  taxBase: YearCell[]
  taxSteps: WorkbenchTaxStep[]
  /** What the result must be at least; null where nobody has said. */
  requirements: YearCell[]
}

export type WorkbenchBoard = {
  /** Null for a body that only stands in the base. */
  id: string | null
  kind: 'publicBoard' | 'unit'
  name: string
  /** The base proposal's appropriation by year; null where nothing is printed. */
  base: (string | null)[]
}

export type WorkbenchRow = {
  id: string
  boardId: string | null
  kind: AdjustmentKind
  label: string
  revision: number
  /** One place a year. */
  cells: WorkbenchCell[]
}

export type WorkbenchCell = {
  /** Null is blank, which is not 0. */
  amount: string | null
  /** 0 when nothing has been written here yet. */
  revision: number
  changedBy: string
  /** ISO time of the last change; empty when there is none. */
  changedAt: string
}

export type YearCell = { amount: string | null; revision: number }

export type WorkbenchTaxStep = { id: string; label: string; ore: (string | null)[]; revision: number }
