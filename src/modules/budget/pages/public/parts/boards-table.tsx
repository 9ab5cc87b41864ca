import { useTexts } from '#web/language.tsx'
import type { DocumentTable } from '../../../document/model/document.ts'
import { usePublication } from '../publication-layout.tsx'
import { publicTexts } from '../public-texts.ts'
import { PublicTable } from './document-table.tsx'
import { barValue } from './figure-link.tsx'

/** Base, change and sum of every board; the bar is the change. */
export function BoardsTable({ table, shownRow }: { table: DocumentTable; shownRow?: string }) {
  const t = useTexts(publicTexts)
  const { addresses } = usePublication()
  const change = table.columns.findIndex((column) => column.kind === 'change')
  return (
    <PublicTable
      table={table}
      addresses={addresses}
      bars={(row) => {
        const value = barValue(row.cells[change])
        return row.kind !== 'line' || value === 0
          ? []
          : [{ from: 0, to: value, tone: value > 0 ? 'plus' : 'minus' }]
      }}
      barsLabel={table.columns[change]?.label ?? t('boards.change')}
      {...(shownRow === undefined ? {} : { shownRow })}
    />
  )
}
