import { useTexts } from '#web/language.tsx'
import type { BarPart } from '#web/ui/bar.tsx'
import type { DocumentRow, DocumentTable } from '../../../document/model/document.ts'
import { usePublication } from '../publication-layout.tsx'
import { publicTexts } from '../public-texts.ts'
import { PublicTable } from './document-table.tsx'
import { barValue } from './figure-link.tsx'

/** The way from the base's result to ours: each step begins where the one before ended, in the budget's first year. */
export function PathTable({ table, shownRow }: { table: DocumentTable; shownRow?: string }) {
  const t = useTexts(publicTexts)
  const { addresses } = usePublication()
  const steps = stepsOf(table)
  return (
    <PublicTable
      table={table}
      addresses={addresses}
      bars={(row) => steps.get(row.key) ?? []}
      barsLabel={table.columns[0]?.label ?? t('year')}
      {...(shownRow === undefined ? {} : { shownRow })}
    />
  )
}

function stepsOf(table: DocumentTable): Map<string, BarPart[]> {
  const steps = new Map<string, BarPart[]>()
  let reached = 0
  for (const row of table.rows) {
    const value = barValue(row.cells[0])
    const part = partOf(row, reached, value)
    if (part) steps.set(row.key, [part])
    reached = row.kind === 'line' && row.key !== 'baseResult' ? reached + value : value
  }
  return steps
}

function partOf(row: DocumentRow, reached: number, value: number): BarPart | null {
  if (row.kind === 'memo') return null
  if (row.key === 'baseResult') return { from: 0, to: value, tone: 'base' }
  if (row.kind === 'sum') return { from: 0, to: value, tone: 'own' }
  return value === 0 ? null : { from: reached, to: reached + value, tone: value > 0 ? 'plus' : 'minus' }
}
