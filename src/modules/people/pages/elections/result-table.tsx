import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { cells, rows as rowClasses, Status, Table } from '#web/ui/index.ts'
import type { resultRowShape } from '../../operations/elections/election-shapes.ts'
import { electionsTexts } from './elections-texts.ts'

type Row = z.output<typeof resultRowShape> & { computedSeats: number | null; own?: boolean }

/** A result as it was printed, row by row, with the seats that the votes give beside the printed ones. */
export function ResultTable({ rows, label }: { rows: readonly Row[]; label: string }) {
  const t = useTexts(electionsTexts)
  const domain = domainOf(rows.map(({ seats, kind }) => (kind === 'party' ? (seats.value ?? 0) : 0)))
  const computes = rows.some(({ computedSeats }) => computedSeats !== null)
  const bar = ({ seats, own }: Row) => ({
    parts: [{ from: 0, to: seats.value ?? 0, tone: own ? ('own' as const) : ('base' as const) }],
    domain,
  })
  return (
    <Table
      label={label}
      head={
        <tr>
          <th scope="col">{t('party')}</th>
          <th scope="col" className={cells.numeric}>
            {t('votes')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('percent')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('seats')}
          </th>
          {computes ? (
            <th scope="col" className={cells.numeric}>
              {t('computedSeats')}
            </th>
          ) : null}
          <td className={barCell} />
        </tr>
      }
    >
      <tbody>
        {rows.map((row) => {
          const differs =
            row.computedSeats !== null && row.seats.value !== null && row.computedSeats !== row.seats.value
          return (
            <tr key={row.name} className={row.kind === 'total' ? rowClasses.sum : undefined}>
              <th scope="row">
                {row.name} {row.own ? <Status tone="plain">{t('own')}</Status> : null}
                {row.kind === 'party' && row.seats.value !== null ? <NarrowBar {...bar(row)} /> : null}
              </th>
              <td className={cells.numeric}>{row.votes.printed || '–'}</td>
              <td className={cells.numeric}>{row.percent.printed || '–'}</td>
              <td className={cells.numeric}>{row.seats.printed || '–'}</td>
              {computes ? (
                <td className={cells.numeric}>
                  {row.computedSeats ?? ''} {differs ? <Status tone="warn">{t('differs')}</Status> : null}
                </td>
              ) : null}
              <td className={barCell}>
                {row.kind === 'party' && row.seats.value !== null ? <Bar {...bar(row)} /> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
