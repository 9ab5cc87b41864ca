import { useTexts } from '#web/language.tsx'
import { ButtonLink, Status } from '#web/ui/index.ts'
import { almostSure } from '../../rules/duplicates/score-pair.ts'
import { fullName } from '../../rules/names.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import { ReasonList } from './reason-list.tsx'
import type { ShownPair, ShownSide } from './shown-side.ts'
import styles from './duplicates.module.css'

/** Pairs to decide: who they are, why they may be one, and the way to compare them. */
export function PairList({ pairs }: { pairs: readonly ShownPair[] }) {
  const t = useTexts(duplicatesTexts)
  return (
    <ul className={styles.pairs} aria-label={t('pairs')}>
      {pairs.map(({ pairId, first, second, score, reasons, decidedBy }) => (
        <li key={pairId} className={styles.pair}>
          <div className={styles.sides}>
            <Side side={first} />
            <Side side={second} />
          </div>
          <ReasonList reasons={reasons} />
          <div className={styles.judge}>
            <Status tone={decidedBy ? 'plain' : score >= almostSure ? 'info' : 'wait'}>
              {decidedBy ? t('decided') : t(score >= almostSure ? 'almostSure' : 'likely')}
            </Status>
            <ButtonLink
              href={`/people/duplicates/${pairId}`}
              small
              aria-label={t('compareThese', { first: fullName(first), second: fullName(second) })}
            >
              {t('compare')}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Side({ side }: { side: ShownSide }) {
  const t = useTexts(duplicatesTexts)
  const email = side.contacts.find(({ kind }) => kind === 'email')?.value
  return (
    <div className={styles.side}>
      <a href={`/people/${side.id}`}>{fullName(side)}</a>
      <span className={styles.soft}>
        {side.birthDate ? t('born', { day: side.birthDate }) : t('bornUnknown')} · {side.homeUnit.name}
      </span>
      {email ? <span className={styles.soft}>{email}</span> : null}
    </div>
  )
}
