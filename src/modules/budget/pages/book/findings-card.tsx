import { useTexts } from '#web/language.tsx'
import { ButtonLink, Card, Row, Status } from '#web/ui/index.ts'
import type { VersionOverview } from './book-overview.tsx'
import { bookTexts } from './book-texts.ts'
import styles from './book.module.css'

/** The open findings of each version, in what was printed and in what Kansli has compiled. */
export function FindingsCard({ versions, root }: { versions: readonly VersionOverview[]; root: string }) {
  const t = useTexts(bookTexts)
  const lines = versions.flatMap((version) => [
    ...(version.printedTables > 0
      ? [
          {
            version,
            subject: 'printed' as const,
            ...version.printed,
            label: t('overview.findings.printed', { name: version.name }),
          },
        ]
      : []),
    ...(version.kind === 'base'
      ? []
      : [
          {
            version,
            subject: 'compiled' as const,
            ...version.compiled,
            label: t('overview.findings.compiled', { name: version.name }),
          },
        ]),
  ])
  return (
    <Card title={t('overview.findings')}>
      <ul role="list" className={styles.lines}>
        {lines.map((line) => (
          <li key={`${line.version.id} ${line.subject}`}>
            <a href={`${root}/check/${line.version.slug}?subject=${line.subject}`}>{line.label}</a>
            <span className={styles.lineEnd}>
              <Status tone={line.errors > 0 ? 'bad' : line.open > 0 ? 'warn' : 'good'}>
                {t('overview.findings.count', { open: line.open })}
              </Status>
            </span>
            <span className={styles.soft}>
              {t('overview.findings.errors', { errors: line.errors })}
              {line.findings > line.open
                ? `, ${t('overview.findings.accepted', { count: line.findings - line.open })}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
      <Row>
        <ButtonLink href={`${root}/check`}>{t('overview.findings.open')}</ButtonLink>
      </Row>
    </Card>
  )
}
