import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf, NarrowBar, type BarPart } from '#web/ui/bar.tsx'
import { cells, classes, Status, Table } from '#web/ui/index.ts'
import type { DocumentTable, ResultYear } from '../../../document/model/document.ts'
import { usePublication } from '../publication-layout.tsx'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'
import { barValue, FigureLink } from './figure-link.tsx'
import { unitName } from './words.ts'

/** Each year's result: the base's and ours, against what it has to be at least. */
export function ResultsTable({
  results,
  path,
  unit,
}: {
  results: readonly ResultYear[]
  /** The table whose rows explain the figures. */
  path: DocumentTable
  unit: string
}) {
  const t = useTexts(publicTexts)
  const { addresses } = usePublication()
  const domain = domainOf(results.flatMap((each) => [barValue(each.base), barValue(each.result)]))
  const from = (row: string, year: number) => `${addresses.row(path, row)}#${year}`
  return (
    <Table
      className={classes(styles.results)}
      label={t('results.title')}
      caption={<span className={styles.caption}>{t('table.caption', { unit: unitName(unit, t) })}</span>}
      head={
        <tr>
          <th scope="col">{t('year')}</th>
          <th scope="col" className={classes(cells.numeric, styles.roomy)}>
            {t('results.base')}
          </th>
          <th scope="col" className={cells.numeric}>
            {t('results.own')}
          </th>
          <th scope="col" className={barCell}>
            <span className="visually-hidden">{t('results.own')}</span>
          </th>
          <th scope="col" className={cells.numeric}>
            {t('results.required')}
          </th>
          <th scope="col">{t('results.met')}</th>
        </tr>
      }
    >
      <tbody>
        {results.map((each) => (
          <tr key={each.year}>
            <th scope="row">
              {each.year}
              <NarrowBar domain={domain} parts={barOf(each)} />
            </th>
            <td className={classes(cells.numeric, styles.roomy)}>
              <FigureLink figure={each.base} href={from('baseResult', each.year)} />
            </td>
            <td className={cells.numeric}>
              <strong>
                <FigureLink figure={each.result} href={from('ownResult', each.year)} />
              </strong>
            </td>
            <td className={barCell}>
              <Bar domain={domain} parts={barOf(each)} />
            </td>
            <td className={cells.numeric}>
              <FigureLink figure={each.required} href={from('required', each.year)} />
            </td>
            <td>
              <Met year={each} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function barOf({ result }: ResultYear): BarPart[] {
  const to = barValue(result)
  return [{ from: 0, to, tone: to < 0 ? 'minus' : 'own' }]
}

function Met({ year: { met, balance } }: { year: ResultYear }) {
  const t = useTexts(publicTexts)
  if (balance !== 'holds')
    return <Status tone={balance === 'broken' ? 'bad' : 'warn'}>{t(`balance.${balance}`)}</Status>
  if (met === null) return <Status tone="good">{t('balance.holds')}</Status>
  return <Status tone={met ? 'good' : 'warn'}>{t(met ? 'met' : 'missed')}</Status>
}
