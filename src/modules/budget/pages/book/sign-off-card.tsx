import { useTexts } from '#web/language.tsx'
import { ButtonLink, Card, Row, Status } from '#web/ui/index.ts'
import type { VersionOverview } from './book-overview.tsx'
import { bookTexts } from './book-texts.ts'
import styles from './book.module.css'

/** Whose answer the proposal waits for. */
export function SignOffCard({ version, root }: { version: VersionOverview; root: string }) {
  const t = useTexts(bookTexts)
  return (
    <Card title={t('overview.signOff')}>
      {version.signOffBodies === 0 ? <p>{t('overview.signOff.none')}</p> : null}
      {version.signOffBodies > 0 && version.waiting.length === 0 ? (
        <p>
          <Status tone="good">{t('overview.signOff.all')}</Status>
        </p>
      ) : null}
      <ul role="list" className={styles.lines}>
        {version.waiting.map((each) => (
          <li key={each.body}>
            <strong>{each.body}</strong>
            <span className={styles.soft}>
              <Status tone={each.state === 'returned' ? 'bad' : 'wait'}>
                {t(`overview.signOff.${each.state}`)}
              </Status>
            </span>
          </li>
        ))}
      </ul>
      <Row>
        <ButtonLink href={`${root}/sign-off/${version.slug}`}>{t('overview.signOff.open')}</ButtonLink>
      </Row>
    </Card>
  )
}
