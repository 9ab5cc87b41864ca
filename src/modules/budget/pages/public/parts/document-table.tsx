import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import { cells, classes, rows, Table } from '#web/ui/index.ts'
import type { DocumentRow, DocumentTable } from '../../../document/model/document.ts'
import type { Addresses } from '../addresses.ts'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'
import { unitName } from './words.ts'
import { FigureLink } from './figure-link.tsx'

const looks: Partial<Record<DocumentRow['kind'], string | undefined>> = {
  sum: rows.sum,
  ofWhich: rows.part,
  section: rows.section,
}

/** A table as the document prints it: every figure leads to where it comes from, every name to its own page. */
export function PublicTable({
  table,
  addresses,
  bars,
  barsLabel,
  shownRow,
}: {
  table: DocumentTable
  addresses: Addresses
  /** What a row's bar shows, on one scale for the whole table; rows without any have none. */
  bars?: (row: DocumentRow) => readonly BarPart[]
  barsLabel?: string
  /** The row the page is about, if it stands on one. */
  shownRow?: string
}) {
  const t = useTexts(publicTexts)
  const drawn = bars && new Map(table.rows.map((row) => [row.key, bars(row)]))
  const domain = domainOf([...(drawn?.values() ?? [])].flat().flatMap((part) => [part.from, part.to]))
  return (
    <Table
      label={table.title}
      caption={
        <span className={styles.caption}>
          {t(table.slug === '' ? 'table.captionPlain' : 'table.caption', { unit: unitName(table.unit, t) })}
        </span>
      }
      head={
        <tr lang="sv">
          <th scope="col">
            <span className="visually-hidden">{t('table.row')}</span>
          </th>
          {drawn ? (
            <th scope="col" className={barCell}>
              {barsLabel}
            </th>
          ) : null}
          {table.columns.map((column) => (
            <th key={column.key} scope="col" className={cells.numeric}>
              {column.label}
            </th>
          ))}
        </tr>
      }
    >
      <tbody lang="sv">
        {table.rows.map((row) =>
          row.kind === 'section' ? (
            <tr key={row.key} id={row.anchor} className={rows.section}>
              <th scope="colgroup" colSpan={table.columns.length + (drawn ? 2 : 1)}>
                <RowName row={row} addresses={addresses} />
              </th>
            </tr>
          ) : (
            <tr
              key={row.key}
              id={row.anchor}
              className={classes(looks[row.kind], row.anchor === shownRow && rows.marked)}
            >
              <th scope="row" className={styles.rowName}>
                <RowName row={row} addresses={addresses} />
                <NarrowBar parts={drawn?.get(row.key) ?? []} domain={domain} />
              </th>
              {drawn ? (
                <td className={barCell}>
                  {(drawn.get(row.key) ?? []).length > 0 ? (
                    <Bar parts={drawn.get(row.key) ?? []} domain={domain} />
                  ) : null}
                </td>
              ) : null}
              {table.columns.map((column, at) => (
                <td key={column.key} className={cells.numeric}>
                  <FigureLink
                    figure={row.cells[at] ?? null}
                    href={figureAddress(table, row, column.key, addresses)}
                  />
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </Table>
  )
}

function RowName({ row, addresses }: { row: DocumentRow; addresses: Addresses }) {
  if (row.about === null) return row.label
  const { of, slug } = row.about
  return <a href={of === 'reform' ? addresses.reform(slug) : addresses.board(slug)}>{row.label}</a>
}

/** An adjustment's amounts come from the adjustment; everything else is explained row by row. */
function figureAddress(
  table: DocumentTable,
  row: DocumentRow,
  column: string,
  addresses: Addresses,
): string | null {
  if (row.about?.of === 'reform') return addresses.reform(row.about.slug)
  const address = addresses.row(table, row.anchor)
  return address === null ? null : `${address}#${column}`
}
