import { Moment } from '#web/account/moment.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { eventSentence } from './event-sentence.ts'
import type { ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** What has happened to a record, newest first, in sentences. */
export function Timeline({
  events,
  goesOn,
}: {
  events: NonNullable<ShownRecord['timeline']>
  goesOn: boolean
}) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  return (
    <Card title={t('timeline')} id="timeline">
      {events.length === 0 ? <p>{t('timelineNone')}</p> : null}
      <dl className={styles.timeline}>
        {events.map((event) => [
          <dt key={`${event.id} at`}>
            <Moment at={event.at} />
          </dt>,
          <dd key={`${event.id} what`}>
            {eventSentence(event, language)} <span className={styles.soft}>{event.byName}</span>
          </dd>,
        ])}
      </dl>
      {goesOn ? <p className={styles.soft}>{t('timelineGoesOn')}</p> : null}
    </Card>
  )
}
