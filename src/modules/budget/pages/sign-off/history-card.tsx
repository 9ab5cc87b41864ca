import { useLanguage, useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { day, dayAndTime } from '../parts/times.ts'
import type { Decision, Step } from './sign-off-shown.ts'
import { signOffTexts } from './sign-off-texts.ts'
import styles from './sign-off.module.css'

/** Everything that has been decided and done about the version, the latest first. */
export function HistoryCard({
  decisions,
  steps,
}: {
  decisions: readonly Decision[]
  steps: readonly Step[]
}) {
  const t = useTexts(signOffTexts)
  const language = useLanguage()
  const lines = [
    ...decisions.map((said) => ({
      at: said.at,
      by: said.recordedBy,
      what: t(`history.${said.decision}`, { name: said.name, day: day(said.decidedOn, language) }),
      more: [said.reference, said.note, said.current ? '' : t('history.old')],
    })),
    ...steps.map((step) => ({
      at: step.at,
      by: step.by,
      what: t('history.step', { from: step.from, to: step.to }),
      more: [step.overrideReason === null ? '' : t('history.override', { reason: step.overrideReason })],
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Card title={t('history.title')}>
      {lines.length === 0 ? <p>{t('history.none')}</p> : null}
      <ol className={styles.history}>
        {lines.map((line) => (
          <li key={`${line.at} ${line.what}`}>
            <strong>{line.what}</strong>
            {line.more.filter(Boolean).map((more) => (
              <span key={more}>{more}</span>
            ))}
            <span className={styles.soft}>
              {line.by}, {dayAndTime(line.at, language)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
