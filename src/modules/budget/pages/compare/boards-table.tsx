import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import { cells, rows, Table } from '#web/ui/index.ts'
import { Amount, printAmount } from '../parts/amount.tsx'
import { compareTexts } from './compare-texts.ts'
import type { ShownComparison } from './shown.ts'

/** Appropriations by public board in the chosen year, the largest difference first, with shares of the total. */
export function BoardsTable({ comparison, decimals, unit, first, second }: ShownComparison) {
  const t = useTexts(compareTexts)
  const boards = comparison.boards
    .map((board) => ({ board, each: board.years.find((year) => year.year === comparison.year) }))
    .sort((a, b) => Math.abs(Number(b.each?.difference ?? 0)) - Math.abs(Number(a.each?.difference ?? 0)))
  const total = comparison.total.find((year) => year.year === comparison.year)
  const domain = domainOf(boards.map(({ each }) => Number(each?.difference ?? 0)))
  return (
    <Table
      label={t('boards', { year: String(comparison.year) })}
      caption={t('boards.caption', { unit })}
      head={
        <tr>
          <th scope="col">{t('board')}</th>
          <th scope="col" className={cells.numeric}>
            {first}
          </th>
          <th scope="col" className={cells.numeric}>
            {second}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('difference')}
          </th>
          <th scope="col" className={barCell}>
            <span className="visually-hidden">{t('difference')}</span>
          </th>
          <th scope="col" className={cells.numeric}>
            {t('percent')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('share')}
          </th>
        </tr>
      }
    >
      <tbody>
        {boards.map(({ board, each }) => {
          const change = Number(each?.difference ?? 0)
          const parts: BarPart[] = [{ from: 0, to: change, tone: change < 0 ? 'minus' : 'plus' }]
          return (
            <tr key={board.publicBoard}>
              <th scope="row">
                {board.publicBoard}
                <NarrowBar domain={domain} parts={parts} />
              </th>
              <td className={cells.numeric}>
                <Amount value={each?.first ?? null} decimals={decimals} />
              </td>
              <td className={cells.numeric}>
                <Amount value={each?.second ?? null} decimals={decimals} />
              </td>
              <td className={cells.numeric}>
                <Amount value={each?.difference ?? null} decimals={decimals} signed />
              </td>
              <td className={barCell}>
                <Bar domain={domain} parts={parts} />
              </td>
              <td className={cells.numeric}>
                {each?.percent ? `${printAmount(each.percent, 1, true)} %` : ''}
              </td>
              <td className={cells.numeric}>
                {each?.secondShare ? `${printAmount(each.secondShare, 1)} %` : ''}
              </td>
            </tr>
          )
        })}
        <tr className={rows.sum}>
          <th scope="row">{t('total')}</th>
          <td className={cells.numeric}>
            <Amount value={total?.first ?? null} decimals={decimals} />
          </td>
          <td className={cells.numeric}>
            <Amount value={total?.second ?? null} decimals={decimals} />
          </td>
          <td className={cells.numeric}>
            <Amount value={total?.difference ?? null} decimals={decimals} signed />
          </td>
          <td className={barCell} />
          <td className={cells.numeric}>
            {total?.percent ? `${printAmount(total.percent, 1, true)} %` : ''}
          </td>
          <td />
        </tr>
      </tbody>
    </Table>
  )
}
