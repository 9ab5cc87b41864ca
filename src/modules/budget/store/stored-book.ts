import type { CellOrigin, Table, Unit } from '../rules/book.ts'
import type { Role } from '../rules/roles.ts'
import type { AdjustmentKind, CashPolicy } from '../rules/statements/version.ts'

/** A budget book as it is stored, whole: what rules and pages start from. Amounts are exact decimal texts. */
export type StoredBook = {
  id: string
  unitId: string
  slug: string
  title: string
  jurisdiction: string
  budgetYear: number
  planYears: number[]
  amountUnit: Extract<Unit, 'kr' | 'tkr' | 'mnkr' | 'mdkr'>
  decimals: number
  /** Everything computed from the book is kept by this number. */
  revision: bigint
  publicBoards: StoredBoard[]
  versions: StoredVersion[]
}

export type StoredBoard = { id: string; kind: 'publicBoard' | 'unit'; name: string; slug: string }

export type VersionKind = 'base' | 'own' | 'other' | 'scenario'
export type VersionState = 'draft' | 'ready' | 'adopted' | 'archived'

export type StoredVersion = {
  id: string
  slug: string
  name: string
  kind: VersionKind
  party: string
  parentId: string | null
  state: VersionState
  cashPolicy: CashPolicy
  /** For a scenario: its parent as it was when it was branched off; see version-json.ts. */
  branchSnapshot: unknown
  printedRevision: number
  /** What has been read in for this version, as printed; the same array for as long as nothing is read in. */
  printedTables: readonly Table[]
  adjustments: StoredAdjustment[]
  taxBase: StoredYearAmount[]
  /** What each year's result must be at least. */
  resultRequirements: StoredYearAmount[]
  taxSteps: StoredTaxStep[]
  overrides: StoredOverride[]
  acceptances: StoredAcceptance[]
  chapters: StoredChapter[]
  assignments: StoredAssignment[]
}

export type StoredAdjustment = {
  id: string
  publicBoardId: string | null
  kind: AdjustmentKind
  label: string
  recurring: boolean
  rationale: string
  part: string | null
  statementRole: Role | null
  chapter: string | null
  originId: string | null
  /** The printed row it was read from. */
  printedKey: string | null
  revision: number
  sourceLine: number | null
  amounts: StoredAmount[]
  links: { id: string; title: string; address: string }[]
}

/** `amount` null is a blank cell; a year without a row is blank too. */
export type StoredAmount = {
  year: number
  amount: string | null
  printed: string | null
  revision: number
  changedAt: Date
  changedByName: string
}

export type StoredYearAmount = { year: number; amount: string | null; revision: number }

export type StoredTaxStep = {
  id: string
  originId: string | null
  label: string
  ore: Record<string, string>
  revision: number
}

export type StoredOverride = {
  id: string
  tableKey: string
  rowKey: string
  columnKey: string
  value: string | null
  note: string
  madeAt: Date
  madeByName: string
}

export type StoredAcceptance = {
  id: string
  findingId: string
  fingerprint: string
  note: string
  acceptedAt: Date
  acceptedByName: string
}

export type StoredChapter = {
  id: string
  number: string
  title: string
  publicBoardId: string | null
  text: string
  revision: number
}

export type StoredAssignment = {
  id: string
  sourceKey: string
  chapter: string | null
  kind: string
  theme: string
  text: string
  amounts: string
  dueYear: number | null
  condition: string
  responsible: string[]
  consulted: string[]
  revision: number
  sourceLine: number | null
}

/** One stored figure of a printed row. */
export type StoredCell = {
  value: string | null
  printed: string
  decimals: number
  unit: Unit
  sourceLine: number | null
  origin?: CellOrigin
}

/** Every year the book plans for: the budget year and those after. */
export function yearsOf(book: Pick<StoredBook, 'budgetYear' | 'planYears'>): number[] {
  return [book.budgetYear, ...book.planYears]
}
