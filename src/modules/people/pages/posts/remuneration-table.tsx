import type { z } from 'zod'
import { useTexts, useLanguage } from '#web/language.tsx'
import { cells, classes, Status, Table } from '#web/ui/index.ts'
import type { remunerationShape } from '../../operations/posts/post-shapes.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type ShownRemuneration = z.output<typeof remunerationShape>

/** A number without zeros that say nothing: `40.00` is 40, `66.50` is 66.5. */
export function plain(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number
}

/** Per cent as it is written in the reader's language, exact. */
export function usePercent() {
  const language = useLanguage()
  return (degree: string) => `${language === 'sv' ? plain(degree).replace('.', ',') : plain(degree)}\u00a0%`
}

/** What posts are paid for, a row each; `withNames` when they are several persons'. */
export function RemunerationTable({
  label,
  remunerations,
  withNames = false,
}: {
  label: string
  remunerations: readonly ShownRemuneration[]
  withNames?: boolean
}) {
  const t = useTexts(postsTexts)
  const percent = usePercent()
  return (
    <Table
      className={classes(styles.stacking)}
      label={label}
      head={
        <tr>
          {withNames ? <th scope="col">{t('person')}</th> : null}
          <th scope="col">{t('paidFor')}</th>
          <th scope="col" className={cells.numeric}>
            {t('degree')}
          </th>
          <th scope="col">{t('days')}</th>
          <th scope="col">{t('areas')}</th>
          <th scope="col">{t('remarks')}</th>
        </tr>
      }
    >
      <tbody>
        {remunerations.map((paid) => (
          <tr key={paid.id}>
            {withNames ? <th scope="row">{paid.name}</th> : null}
            <td>
              {paid.postName} {paid.temporary ? <Status tone="info">{t('temporary')}</Status> : null}
            </td>
            <td className={cells.numeric}>
              {paid.degree === null
                ? t('paidKind.hourly')
                : `${paid.temporary ? '+' : ''}${percent(paid.degree)}`}
            </td>
            <td>
              {paid.validTo
                ? t('fromTo', { from: paid.validFrom, to: paid.validTo })
                : t('since', { day: paid.validFrom })}
            </td>
            <td>{paid.areas.join(', ')}</td>
            <td>
              {[
                paid.purpose,
                paid.supportedUnits.join(', '),
                paid.hours ? t('hoursOf', { hours: plain(paid.hours) }) : '',
                paid.reason,
                paid.endedReason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
