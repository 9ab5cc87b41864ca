import { useTexts } from '#web/language.tsx'
import { cells, Disclosure, rows, Status, Table } from '#web/ui/index.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { unitWord } from '../parts/units.ts'
import { importTexts } from './import-texts.ts'

export type TableSeen = {
  title: string
  kind: string
  unit: string
  columns: { label: string }[]
  rows: { label: string; kind: string; cells: string[] }[]
  rowCount: number
}

/** A table as it was understood: its first rows, as they are printed. */
export function PreviewTable({ table, open }: { table: TableSeen; open: boolean }) {
  const t = useTexts(importTexts)
  const frame = useTexts(frameTexts)
  // Two columns or rows may be called the same, which is one of the things to look at here.
  const columns = table.columns.map(({ label }, at) => ({ label, key: `${at}` }))
  return (
    <Disclosure
      open={open}
      summary={
        <>
          {table.title} <Status tone="plain">{t(`kind.${table.kind as 'other'}`)}</Status>
        </>
      }
    >
      <Table
        label={table.title}
        caption={t('preview.rows', { count: table.rowCount, unit: unitWord(table.unit, frame) })}
        head={
          <tr>
            <th scope="col">{t('preview.row')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cells.numeric}>
                {column.label}
              </th>
            ))}
          </tr>
        }
      >
        <tbody>
          {table.rows
            .map((row, at) => ({ ...row, key: `${at}` }))
            .map((row) => (
              <tr
                key={row.key}
                className={row.kind === 'sum' ? rows.sum : row.kind === 'ofWhich' ? rows.part : undefined}
              >
                <th scope="row">{row.label}</th>
                {columns.map((column, at) => (
                  <td key={column.key} className={cells.numeric}>
                    {row.cells[at]}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </Table>
      {table.rowCount > table.rows.length ? (
        <p>{t('preview.more', { count: table.rowCount - table.rows.length })}</p>
      ) : null}
    </Disclosure>
  )
}
