import type { TableKind } from '../book.ts'
import type { Role } from '../roles.ts'
import type { Grid, GridRow } from './grid.ts'
import { rolesOfLabel, type RoleGuess } from './role-recognition.ts'
import { SURE } from './recognition.ts'
import { rowKindByWords } from './row-words.ts'
import type { Shape } from './structure.ts'
import { plainText } from './words.ts'

/**
 * The role of a row in the tables that list bodies or adjustments, where the place in the table tells more than
 * the words: every public board's row in the appropriations table is an appropriation. Null where the
 * vocabulary has to tell.
 */
export function roleInList(
  grid: Grid,
  at: number,
  kind: TableKind,
  before: ReadonlySet<Role>,
  shapes: readonly (Shape | null)[],
): RoleGuess | null {
  const row = grid.rows[at]
  if (row === undefined) return null
  const isSum = (index: number): boolean => saysSum(grid.rows[index]) || surelySum(shapes[index])
  const sumBelow = (): boolean => grid.rows.some((_, index) => index > at && isSum(index))
  switch (kind) {
    case 'appropriations':
      if (!isSum(at)) return sure('appropriation')
      return sure(sumBelow() ? 'sectionTotal' : 'appropriationTotal')
    case 'resultRequirements':
      if (isSum(at)) return sure(sumBelow() ? 'sectionTotal' : 'grandTotal')
      return sure(rolesOfLabel(row.label, kind)[0]?.confidence === 1 ? 'groupFinancing' : 'resultRequirement')
    case 'unitResult': {
      const [known] = rolesOfLabel(row.label, kind)
      if (known !== undefined && known.confidence >= 0.9) return known
      // What stands between income and result is what the unit's money goes to.
      const afterIncome = before.has('unitIncome') && !before.has('unitResult')
      return afterIncome && !isSum(at) ? { role: 'unitCostLine', confidence: 0.8 } : null
    }
    case 'adjustmentSummary':
      return summaryRole(grid, at, row)
    case 'chapterAdjustments':
      return isSum(at) ? null : sure('adjustment')
    default:
      return null
  }
}

function sure(role: Role): RoleGuess {
  return { role, confidence: 1 }
}

function saysSum(row: GridRow | undefined): boolean {
  return row !== undefined && (rowKindByWords(row.label) === 'sum' || row.level === 0)
}

function surelySum(shape: Shape | null | undefined): boolean {
  return shape?.kind === 'sum' && shape.confidence >= SURE
}

/** The words a list has for what its lines are. */
const sorts: ReadonlyMap<string, 'base' | 'adjustment' | 'sum' | 'financing' | 'result'> = new Map([
  ...['base', 'bas', 'grund', 'grundforslag', 'forslag'].map((word) => [word, 'base'] as const),
  ...['adjustment', 'justering', 'satsning', 'reform', 'besparing'].map(
    (word) => [word, 'adjustment'] as const,
  ),
  ...['sum', 'summa'].map((word) => [word, 'sum'] as const),
  ...['financing', 'finansiering', 'intakt'].map((word) => [word, 'financing'] as const),
  ...['result', 'resultat'].map((word) => [word, 'result'] as const),
])

function summaryRole(grid: Grid, at: number, row: GridRow): RoleGuess | null {
  const sort = row.sort === null ? null : sorts.get(plainText(row.sort))
  const forEverybody = row.section === null
  if (sort === 'base') return sure('baseProposal')
  if (sort === 'adjustment') return sure('adjustment')
  if (sort === 'financing') return sure('financing')
  if (sort === 'sum') return sure(forEverybody ? 'adjustedTotal' : 'adjustedSum')
  if (sort === 'result') return sure(resultAfter(grid, at) ? 'baseResult' : 'ownResult')
  const summed = rowKindByWords(row.label) === 'sum'
  if (!forEverybody) {
    if (summed) return sure('adjustedSum')
    const first = grid.rows.findIndex((other) => other.section === row.section) === at
    const [known] = rolesOfLabel(row.label, 'adjustmentSummary')
    if (first) return { role: 'baseProposal', confidence: known?.role === 'baseProposal' ? 1 : 0.7 }
    return { role: 'adjustment', confidence: 0.9 }
  }
  if (/\bresultat(?:et)?\b/u.test(plainText(row.label)))
    return { role: resultAfter(grid, at) ? 'baseResult' : 'ownResult', confidence: 0.9 }
  return summed ? { role: 'adjustedTotal', confidence: 0.9 } : { role: 'financing', confidence: 0.85 }
}

/** Does another result row stand further down? Then this one is what the way starts from. */
function resultAfter(grid: Grid, at: number): boolean {
  return grid.rows
    .slice(at + 1)
    .some(
      (row) =>
        row.section === null &&
        (sorts.get(plainText(row.sort ?? '')) === 'result' ||
          /\bresultat(?:et)?\b/u.test(plainText(row.label))),
    )
}
