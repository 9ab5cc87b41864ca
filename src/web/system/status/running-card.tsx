import { Moment } from '../../account/moment.tsx'
import { useTexts } from '../../language.tsx'
import { Card, FactList } from '../../ui/index.ts'
import type { StatusShown } from './status-page.tsx'
import { statusTexts } from './status-texts.ts'

/** The program, what runs it, and the database under it. */
export function RunningCard({ status }: { status: StatusShown }) {
  const t = useTexts(statusTexts)
  return (
    <Card title={t('running')}>
      <FactList
        facts={[
          { label: t('running.version'), value: status.version },
          { label: t('running.runtime'), value: status.runtime.replace(/^v/, '') },
          {
            label: t('running.engine'),
            value: t(`running.engine.${status.engine}`, { version: status.databaseVersion }),
          },
          { label: t('running.started'), value: <Moment at={status.startedAt} /> },
          {
            label: t('running.mail'),
            value: status.sendsMail ? (
              t('running.mail.on')
            ) : (
              <a href="/system/outbox">{t('running.mail.off')}</a>
            ),
          },
        ]}
      />
      {status.engine === 'embedded' ? <p>{t('running.engine.note')}</p> : null}
    </Card>
  )
}
