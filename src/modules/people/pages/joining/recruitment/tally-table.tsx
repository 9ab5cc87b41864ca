import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { useTexts } from '#web/language.tsx'
import { cells, Table } from '#web/ui/index.ts'
import { joiningTexts } from '../joining-texts.ts'

export type Tallied = { name: string; joined: number; target?: number | null; total?: number }

/** A name, a figure and its bar a row. */
export function TallyTable({
  label,
  head,
  rows,
  running = false,
}: {
  label: string
  head: string
  rows: readonly Tallied[]
  /** Also the sum so far, and where it should have been. */
  running?: boolean
}) {
  const t = useTexts(joiningTexts)
  const domain = domainOf(rows.map(({ joined }) => joined))
  const bar = (joined: number) => ({ parts: [{ from: 0, to: joined, tone: 'own' as const }], domain })
  const hasTarget = rows.some(({ target }) => typeof target === 'number')
  return (
    <Table
      label={label}
      head={
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className={cells.numeric}>
            {t('recruitment.joined')}
          </th>
          <td className={barCell} />
          {running ? (
            <th scope="col" className={cells.numeric}>
              {t('recruitment.total')}
            </th>
          ) : null}
          {hasTarget ? (
            <th scope="col" className={cells.numeric}>
              {t('recruitment.target')}
            </th>
          ) : null}
        </tr>
      }
    >
      <tbody>
        {rows.map(({ name, joined, total, target }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <NarrowBar {...bar(joined)} />
            </th>
            <td className={cells.numeric}>{joined}</td>
            <td className={barCell}>
              <Bar {...bar(joined)} />
            </td>
            {running ? <td className={cells.numeric}>{total}</td> : null}
            {hasTarget ? <td className={cells.numeric}>{target}</td> : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
