import { useTexts } from '#web/language.tsx'
import { Bar, barCell, domainOf } from '#web/ui/bar.tsx'
import { ButtonLink, Card, cells, classes, Row, Status, Table } from '#web/ui/index.ts'
import { amount, round } from '../../rules/amount.ts'
import { Amount, printAmount } from '../parts/amount.tsx'
import { unitWord } from '../parts/units.ts'
import type { BookShown, VersionOverview } from './book-overview.tsx'
import { bookTexts } from './book-texts.ts'
import { frameTexts } from './frame-texts.ts'
import styles from './book.module.css'

/** The result of each year against what is required, ours beside the base's. */
export function ResultCard({
  book,
  version,
  root,
}: {
  book: BookShown
  version: VersionOverview
  root: string
}) {
  const t = useTexts(bookTexts)
  const frame = useTexts(frameTexts)
  const domain = domainOf(version.results.flatMap((each) => [Number(each.base), Number(each.result)]))
  return (
    <Card title={t('overview.results')} className={styles.wide}>
      <Table
        className={classes(styles.results)}
        label={t('overview.results')}
        caption={t('overview.results.caption', {
          unit: unitWord(book.amountUnit, frame),
          version: version.name,
        })}
        head={
          <tr>
            <th scope="col">{t('overview.year')}</th>
            <th scope="col" className={classes(cells.numeric, styles.roomy)}>
              {t('overview.base')}
            </th>
            <th scope="col" className={cells.numeric}>
              {t('overview.own')}
            </th>
            <th scope="col" className={classes(barCell, styles.roomy)}>
              <span className="visually-hidden">{t('overview.results')}</span>
            </th>
            <th scope="col" className={cells.numeric}>
              {t('overview.requirement')}
            </th>
            <th scope="col">{t('overview.status')}</th>
          </tr>
        }
      >
        <tbody>
          {version.results.map((each) => (
            <tr key={each.year}>
              <th scope="row">{each.year}</th>
              <td className={classes(cells.numeric, styles.roomy)}>
                <Amount value={each.base} decimals={book.decimals} />
              </td>
              <td className={cells.numeric}>
                <strong>
                  <Amount value={each.result} decimals={book.decimals} />
                </strong>
              </td>
              <td className={classes(barCell, styles.roomy)}>
                <Bar
                  domain={domain}
                  parts={[
                    { from: 0, to: Number(each.result), tone: Number(each.result) < 0 ? 'minus' : 'own' },
                  ]}
                />
              </td>
              <td className={cells.numeric}>
                <Amount value={each.requirement} decimals={book.decimals} />
              </td>
              <td>
                <ResultStatus result={each} decimals={book.decimals} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Row>
        <ButtonLink href={`${root}/workbench/${version.slug}`} kind="primary">
          {t('overview.openWorkbench')}
        </ButtonLink>
      </Row>
    </Card>
  )
}

function ResultStatus({
  result,
  decimals,
}: {
  result: VersionOverview['results'][number]
  decimals: number
}) {
  const t = useTexts(bookTexts)
  if (result.balance === 'broken') return <Status tone="bad">{t('overview.balance.broken')}</Status>
  if (result.balance === 'pending') return <Status tone="warn">{t('overview.balance.later')}</Status>
  if (result.requirement === null) return <Status tone="good">{t('overview.balance.holds')}</Status>
  const rounded = (text: string) => round(amount(text), decimals)
  const short = rounded(result.requirement).minus(rounded(result.result))
  return short.gt(0) ? (
    <Status tone="warn">{t('overview.missed', { amount: printAmount(short.toFixed(), decimals) })}</Status>
  ) : (
    <Status tone="good">{t('overview.met')}</Status>
  )
}
