import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { cells, Table } from '#web/ui/index.ts'
import type { getUnitGrowth } from '../../operations/growth/get-unit-growth.ts'
import { useFigures } from '../elections/figures.ts'
import { growthTexts } from './growth-texts.ts'
import styles from './growth.module.css'

type Body = z.output<typeof getUnitGrowth.output>['bodies'][number]

/** Votes and seats of the own party in a body, election by election, the latest first. */
export function VotersTable({ body, label }: { body: Body; label: string }) {
  const t = useTexts(growthTexts)
  const { number, percent } = useFigures()
  const domain = domainOf(body.points.map(({ seats }) => seats ?? 0))
  const bar = (seats: number | null) => ({
    parts: seats === null ? [] : [{ from: 0, to: seats, tone: 'own' as const }],
    domain,
  })
  return (
    <Table
      label={label}
      head={
        <tr>
          <th scope="col">{t('election')}</th>
          <th scope="col" className={cells.numeric}>
            {t('votes')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('percent')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('seats')}
          </th>
          <td className={barCell} />
          <th scope="col">{t('source')}</th>
        </tr>
      }
    >
      <tbody>
        {body.points.toReversed().map((point) => (
          <tr key={point.day}>
            <th scope="row">
              {point.electionId ? (
                <a href={`/organisation/elections/${point.electionId}`}>{point.day}</a>
              ) : (
                point.day
              )}
              <NarrowBar {...bar(point.seats)} />
            </th>
            <td className={cells.numeric}>{number(point.votes)}</td>
            <td className={cells.numeric}>{percent(point.percent)}</td>
            <td className={cells.numeric}>{number(point.seats)}</td>
            <td className={barCell}>
              <Bar {...bar(point.seats)} />
            </td>
            <td className={styles.soft}>
              {point.entered
                .map(({ measure, printed, source }) => t('enteredWords', { measure, printed, source }))
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
