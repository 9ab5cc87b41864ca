import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import { cells, rows, Table } from '#web/ui/index.ts'
import { printAmount } from '../parts/amount.tsx'
import { compareTexts } from './compare-texts.ts'
import type { ShownComparison } from './shown.ts'

/** The way from one result to the other, step by step: a waterfall whose figures stand beside it. */
export function WayTable({ comparison, decimals, unit, first, second }: ShownComparison) {
  const t = useTexts(compareTexts)
  const steps = comparison.waterfall
  if (!steps) return <p>{t('way.none')}</p>
  const domain = domainOf(steps.flatMap((step) => [Number(step.from), Number(step.to)]))
  return (
    <Table
      label={t('way', { first, second, year: String(comparison.year) })}
      caption={t('way.caption', { unit })}
      head={
        <tr>
          <th scope="col">{t('way.step')}</th>
          <th scope="col" className={barCell}>
            <span className="visually-hidden">{t('way.step')}</span>
          </th>
          <th scope="col" className={cells.numeric}>
            {t('way.amount')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('way.to')}
          </th>
        </tr>
      }
    >
      <tbody>
        {steps.map((step) => {
          const end = step.kind === 'start' || step.kind === 'end'
          const label =
            step.kind === 'start'
              ? t('way.start', { name: first })
              : step.kind === 'end'
                ? t('way.end', { name: second })
                : step.label || t('way.rest')
          const rises = Number(step.to) >= Number(step.from)
          const parts: BarPart[] = [
            {
              from: end ? 0 : Number(step.from),
              to: Number(step.to),
              tone: end ? (step.kind === 'start' ? 'base' : 'own') : rises ? 'plus' : 'minus',
            },
          ]
          return (
            <tr key={`${step.kind} ${step.label} ${step.from}`} className={end ? rows.sum : undefined}>
              <th scope="row">
                {label}
                <NarrowBar domain={domain} parts={parts} />
              </th>
              <td className={barCell}>
                <Bar domain={domain} parts={parts} />
              </td>
              <td className={cells.numeric}>{end ? '' : printAmount(step.amount, decimals, true)}</td>
              <td className={cells.numeric}>{printAmount(step.to, decimals)}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
