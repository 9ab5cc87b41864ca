import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import { cells, Table } from '#web/ui/index.ts'
import { Amount } from '../parts/amount.tsx'
import { compareTexts } from './compare-texts.ts'
import type { ShownComparison } from './shown.ts'

/** Each year's result in both. */
export function ResultsTable({ comparison, decimals, unit, first, second }: ShownComparison) {
  const t = useTexts(compareTexts)
  const domain = domainOf(
    comparison.result.flatMap((each) => [Number(each.first ?? 0), Number(each.second ?? 0)]),
  )
  return (
    <Table
      label={t('result')}
      caption={t('result.caption', { unit })}
      head={
        <tr>
          <th scope="col">{t('year')}</th>
          <th scope="col" className={cells.numeric}>
            {first}
          </th>
          <th scope="col" className={cells.numeric}>
            {second}
          </th>
          <th scope="col" className={barCell}>
            <span className="visually-hidden">{t('result')}</span>
          </th>
          <th scope="col" className={cells.numeric}>
            {t('difference')}
          </th>
        </tr>
      }
    >
      <tbody>
        {comparison.result.map((each) => (
          <tr key={each.year}>
            <th scope="row">
              {each.year}
              {barsOf(each).map((parts) => (
                <NarrowBar key={parts[0].tone} domain={domain} parts={parts} />
              ))}
            </th>
            <td className={cells.numeric}>
              <Amount value={each.first} decimals={decimals} />
            </td>
            <td className={cells.numeric}>
              <Amount value={each.second} decimals={decimals} />
            </td>
            <td className={barCell}>
              {barsOf(each).map((parts) => (
                <Bar key={parts[0].tone} domain={domain} parts={parts} />
              ))}
            </td>
            <td className={cells.numeric}>
              <Amount value={each.difference} decimals={decimals} signed />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** One bar for each of the two. */
function barsOf(result: { first: string | null; second: string | null }): [BarPart][] {
  return [
    [{ from: 0, to: Number(result.first ?? 0), tone: 'base' }],
    [{ from: 0, to: Number(result.second ?? 0), tone: 'own' }],
  ]
}
