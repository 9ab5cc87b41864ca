import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import type { listRemunerationChanges } from '../../operations/posts/list-remuneration-changes.ts'
import { remunerationChangesTexts } from './remuneration-changes-texts.ts'
import { plain, usePercent } from './remuneration-table.tsx'
import styles from './posts.module.css'

type Row = z.output<typeof listRemunerationChanges.output>['temporary'][number]

/** Remunerations for a time: who, for what, for which units, and what was reported back. */
export function TemporaryAssignments({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(remunerationChangesTexts)
  const percent = usePercent()
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <a href={`/people/${row.personId}/posts`}>{row.name}</a>{' '}
          {row.degree === null ? t('byHour') : `+${percent(row.degree)}`}, {row.validFrom}–{row.validTo}
          <br />
          {[row.purpose, row.supportedUnits.join(', ')].filter(Boolean).join(' · ')}
          <br />
          <span className={styles.soft}>
            {row.hours
              ? t('hoursReported', { reported: plain(row.reported), hours: plain(row.hours) })
              : t('reported', { count: row.reports.length })}
          </span>
          {row.reports.length > 0 ? (
            <ul className={styles.list}>
              {row.reports.map((report) => (
                <li key={report.id}>
                  {report.day}: {report.words}{' '}
                  <span className={styles.soft}>
                    {[report.unitName, report.hours ? t('hoursOf', { hours: plain(report.hours) }) : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
