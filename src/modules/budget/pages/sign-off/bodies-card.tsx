import { useLanguage, useTexts } from '#web/language.tsx'
import { Card, EmptyState, Status } from '#web/ui/index.ts'
import { day } from '../parts/times.ts'
import type { SignOffBody } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'
import styles from './sign-off.module.css'

const tones = { waiting: 'wait', approved: 'good', returned: 'bad', changed: 'warn' } as const

/** The bodies that must anchor the version, and what each last said. */
export function BodiesCard({ bodies, mayChoose }: { bodies: readonly SignOffBody[]; mayChoose: boolean }) {
  const t = useTexts(signOffTexts)
  const language = useLanguage()
  if (bodies.length === 0) {
    return (
      <EmptyState title={t('bodies.none.title')}>
        {mayChoose ? t('bodies.none.text') : t('bodies.none.read')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('bodies.title')}>
      <ul role="list" className={styles.bodies}>
        {bodies.map((body) => (
          <li key={body.bodyId}>
            <strong>{body.name}</strong>
            <Status tone={tones[body.state]}>{t(`body.${body.state}`)}</Status>
            {body.decidedOn === null ? null : (
              <span className={styles.soft}>
                {[day(body.decidedOn, language), body.reference, t('body.by', { name: body.recordedBy })]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
            {body.note ? <span>{body.note}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
