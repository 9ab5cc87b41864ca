import type { Amount } from '../amount.ts'
import type { Row, Table } from '../book.ts'
import { sameBody, SAME_BODY } from '../reading/bodies.ts'
import { plainText } from '../reading/words.ts'
import { compiledColumns, inBookUnit, type StatementSettings } from './columns.ts'
import type { Adjustment, AdjustmentKind } from './version.ts'

/**
 * The adjustments a printed adjustment summary lists, with their kinds as far as sign and words tell: a public board's
 * rows are reforms or savings, the rows on the way to the result financing, unless they speak of a result requirement.
 * The ids are the keys of the rows, so that reading the same document again gives the same adjustments.
 * @param units what units are called, to find whose result requirement is meant (`SLSO`)
 */
export function printedAdjustments(
  summary: Table,
  units: readonly string[],
  settings: StatementSettings,
): Adjustment[] {
  const columns = compiledColumns(summary, settings.years)
  return summary.rows.flatMap((row): Adjustment[] => {
    if (row.role !== 'adjustment' && row.role !== 'financing') return []
    const amounts: Record<number, Amount> = {}
    for (const [at, year] of settings.years.entries()) {
      const value = inBookUnit(row.cells[columns[at] ?? -1], settings.unit)
      if (value !== null) amounts[year] = value
    }
    const kind = kindOf(row, Object.values(amounts))
    return [
      {
        id: row.key,
        publicBoard: kind === 'resultRequirement' ? unitNamed(row.label, units) : row.section,
        label: row.label,
        kind,
        amounts,
        recurring: settings.years.length > 1 && amounts[settings.years.at(-1) ?? 0] !== undefined,
        part: null,
        statementRole: null,
        chapter: null,
      },
    ]
  })
}

function kindOf(row: Row, amounts: readonly Amount[]): AdjustmentKind {
  if (row.role === 'financing')
    return /resultatkrav/u.test(plainText(row.label)) ? 'resultRequirement' : 'financing'
  const lowers = amounts.some((each) => each.lt(0)) && amounts.every((each) => !each.gt(0))
  return lowers ? 'saving' : 'reform'
}

/** The unit a label names, written out or as an abbreviation; null when it names none. */
function unitNamed(label: string, units: readonly string[]): string | null {
  const words = label.split(/\s+/u)
  return (
    units.find((unit) => plainText(label).includes(plainText(unit))) ??
    units.find((unit) =>
      words.some((word) => /^\p{Lu}{2,}$/u.test(word) && sameBody(word, unit) >= SAME_BODY),
    ) ??
    null
  )
}
