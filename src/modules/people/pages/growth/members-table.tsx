import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { cells, Table } from '#web/ui/index.ts'
import type { getUnitGrowth } from '../../operations/growth/get-unit-growth.ts'
import { useFigures } from '../elections/figures.ts'
import { growthTexts } from './growth-texts.ts'
import styles from './growth.module.css'

type Point = z.output<typeof getUnitGrowth.output>['points'][number]

/** Members year by year or month by month, the latest first: what the register tells, and what was written down with its source. */
export function MembersTable({ points }: { points: readonly Point[] }) {
  const t = useTexts(growthTexts)
  const { number } = useFigures()
  const domain = domainOf(points.map(({ value }) => value ?? 0))
  const bar = ({ value, entered }: Point) => ({
    parts:
      value === null ? [] : [{ from: 0, to: value, tone: entered ? ('base' as const) : ('own' as const) }],
    domain,
  })
  return (
    <Table
      label={t('members')}
      head={
        <tr>
          <th scope="col">{t('period')}</th>
          <th scope="col" className={cells.numeric}>
            {t('counted')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('entered')}
          </th>
          <td className={barCell} />
          <th scope="col">{t('source')}</th>
        </tr>
      }
    >
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.period}>
            <th scope="row">
              {point.period}
              <NarrowBar {...bar(point)} />
            </th>
            <td className={cells.numeric}>
              {point.hidden ? (point.hidden === 'small' ? '<5' : t('kept')) : number(point.counted)}
            </td>
            <td className={cells.numeric}>{point.entered?.printed ?? ''}</td>
            <td className={barCell}>
              <Bar {...bar(point)} />
            </td>
            <td className={styles.soft}>{point.entered?.source ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
