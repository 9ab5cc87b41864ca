import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import type { DuplicateReason } from '../../rules/duplicates/score-pair.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import styles from './duplicates.module.css'

/** What was found in each respect, the weightiest first: what speaks for one person with a tick, what speaks against with a cross. */
export function ReasonList({ reasons }: { reasons: readonly { key: string; points: number }[] }) {
  const t = useTexts(duplicatesTexts)
  return (
    <ul className={styles.reasons}>
      {reasons
        .filter(({ points }) => points !== 0)
        .map(({ key, points }) => (
          <li key={key}>
            <Status tone={points > 0 ? 'good' : 'warn'}>
              <span className="visually-hidden">{t(points > 0 ? 'for' : 'against')}: </span>
              {t(`reason.${key as DuplicateReason['key']}`)}
            </Status>
          </li>
        ))}
    </ul>
  )
}
