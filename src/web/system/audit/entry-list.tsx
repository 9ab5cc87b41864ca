import { auditTexts } from '#platform/audit/messages/audit.ts'
import type { AuditEntryView } from '#platform/audit/read-entries.ts'
import { timeZone } from '#platform/dates.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { momentText } from '../../account/moment.tsx'
import { useLanguage, useTexts } from '../../language.tsx'
import { FactList, Status } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import styles from './audit.module.css'
import { auditAddress } from './query.ts'

/** A change is what most entries are; only the others are marked. */
const tones = { read: 'info', write: null, export: 'warn' } as const

/**
 * Entries of the log under the days they belong to.
 * @param search do names and subjects lead to a search for them?
 */
export function EntryList({ entries, search }: { entries: readonly AuditEntryView[]; search: boolean }) {
  const language = useLanguage()
  const days = Map.groupBy(entries, (entry) => momentText(entry.at, language, { time: false }))
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h3>{day}</h3>
      <ol role="list" className={styles.entries}>
        {ofDay.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <Entry entry={entry} search={search} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

function Entry({ entry, search }: { entry: AuditEntryView; search: boolean }) {
  const t = useTexts(systemTexts)
  const say = useTexts(auditTexts)
  const time = timeText(entry.at, useLanguage())
  const tone = tones[entry.effect]
  const name = entry.actorName || say(`actor.${entry.actorKind}`)
  return (
    <>
      <time dateTime={entry.at.toISOString()} className={styles.time}>
        {time}
      </time>
      <p className={styles.who}>
        {search && entry.userId ? (
          <a
            href={auditAddress('/system/audit', { personId: entry.userId })}
            title={t('audit.byPerson', { name })}
          >
            {name}
          </a>
        ) : (
          name
        )}
        {entry.via ? <span className={styles.soft}>{t(`audit.via.${entry.via}`)}</span> : null}
      </p>
      <p className={styles.what}>{entry.sentence}</p>
      <p className={styles.how}>
        {tone ? <Status tone={tone}>{say(`effect.${entry.effect}`)}</Status> : null}
      </p>
      <details className={styles.more}>
        <summary aria-label={t('audit.moreOf', { time })}>{t('audit.more')}</summary>
        <FactList facts={factsOf(entry, t)} />
        {search && entry.subjectId ? (
          <p>
            <a
              href={auditAddress('/system/audit', {
                subjectKind: entry.subjectKind,
                subjectId: entry.subjectId,
              })}
            >
              {t('audit.same')}
            </a>
          </p>
        ) : null}
      </details>
    </>
  )
}

function factsOf(entry: AuditEntryView, t: ReturnType<typeof systemTexts.in>) {
  return [
    ...Object.entries(entry.detail).map(([label, value]) => ({ label, value: String(value ?? '–') })),
    { label: t('audit.fact.subject'), value: [entry.subjectKind, entry.subjectId].filter(Boolean).join(' ') },
    { label: t('audit.fact.operation'), value: entry.operation },
    ...(entry.userId ? [{ label: t('audit.fact.account'), value: entry.userId }] : []),
    ...(entry.requestId ? [{ label: t('audit.fact.request'), value: entry.requestId }] : []),
  ]
}

function timeText(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeStyle: 'medium',
    timeZone,
  }).format(at)
}
