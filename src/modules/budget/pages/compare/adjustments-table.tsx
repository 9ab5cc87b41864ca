import { useTexts } from '#web/language.tsx'
import { cells, Status, Table } from '#web/ui/index.ts'
import { Amount } from '../parts/amount.tsx'
import { compareTexts } from './compare-texts.ts'
import type { ShownComparison } from './shown.ts'

type Change = NonNullable<ShownComparison['comparison']['adjustments']>[number]

/** How much the change is over the years: what only one side has counts whole. */
function weightOf(change: Change): number {
  const amounts = change.years.map((year) => Number(year.difference ?? year.second ?? year.first ?? 0))
  return Math.abs(amounts.reduce((sum, each) => sum + each, 0))
}

/** What became of each adjustment between the two; those that are alike are left out. */
export function AdjustmentsTable({ comparison, decimals, first, second }: ShownComparison) {
  const t = useTexts(compareTexts)
  if (!comparison.adjustments) return <p>{t('adjustments.unknown')}</p>
  const changed = comparison.adjustments
    .filter((each) => each.kind !== 'same')
    .sort((a, b) => weightOf(b) - weightOf(a))
  if (changed.length === 0) return <p>{t('adjustments.none')}</p>
  return (
    <Table
      label={t('adjustments')}
      head={
        <tr>
          <th scope="col">{t('adjustment')}</th>
          <th scope="col">{t('board')}</th>
          <th scope="col">{t('what')}</th>
          {comparison.years.map((year) => (
            <th key={year} scope="col" className={cells.numeric}>
              {year}
            </th>
          ))}
        </tr>
      }
    >
      <tbody>
        {changed.map((each) => (
          <tr key={`${each.firstLabel} ${each.secondLabel} ${each.firstBoard} ${each.secondBoard}`}>
            <th scope="row">{each.secondLabel ?? each.firstLabel}</th>
            <td>{each.secondBoard ?? each.firstBoard ?? ''}</td>
            <td>
              <Status tone={each.kind === 'moved' ? 'warn' : 'plain'}>
                {t(`kind.${each.kind}`, { first, second })}
              </Status>
            </td>
            {each.years.map((year) => (
              <td key={year.year} className={cells.numeric}>
                <Amount value={year.difference ?? year.second ?? year.first} decimals={decimals} signed />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
