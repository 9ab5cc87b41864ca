import { Moment, momentText } from '../../account/moment.tsx'
import { useLanguage, useTexts } from '../../language.tsx'
import { Card, FactList, Status } from '../../ui/index.ts'
import type { StatusShown } from './status-page.tsx'
import { statusTexts } from './status-texts.ts'

type Backups = StatusShown['backups']

/** One is made every night; when two nights have gone by without, something is wrong. */
const tooOld = 2 * 24 * 60 * 60_000

/** The automatic backups: the latest, whether it can be trusted, and how to take and read back one. */
export function BackupsCard({ backups, now }: { backups: Backups; now: Date }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const { last } = backups
  return (
    <Card title={t('backups')}>
      <p>
        <BackupState backups={backups} now={now} />
      </p>
      {last ? (
        <FactList
          facts={[
            { label: t('backups.last'), value: <Moment at={last.at} /> },
            { label: t('backups.size'), value: t('megabytes', { size: megabytes(last.bytes, language) }) },
            { label: t('backups.count'), value: backups.count },
            { label: t('backups.file'), value: <code>{last.name}</code> },
          ]}
        />
      ) : null}
      <p>{t('backups.text')}</p>
      <p>
        <code>npx kansli backup kansli.tar.gz</code>
      </p>
      <p>{t('backups.restore')}</p>
      <p>
        <code>npx kansli restore kansli.tar.gz</code>
      </p>
    </Card>
  )
}

function BackupState({ backups: { on, last, failedAt }, now }: { backups: Backups; now: Date }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  if (!on) return <Status tone="warn">{t('backups.off')}</Status>
  if (failedAt)
    return <Status tone="bad">{t('backups.failed', { at: momentText(failedAt, language) })}</Status>
  if (!last) return <Status tone="wait">{t('backups.none')}</Status>
  return now.getTime() - last.at.getTime() > tooOld ? (
    <Status tone="bad">{t('backups.old')}</Status>
  ) : (
    <Status tone="good">{t('backups.good')}</Status>
  )
}

function megabytes(bytes: number, language: 'sv' | 'en'): string {
  return (bytes / 1_000_000).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumSignificantDigits: 2,
  })
}
