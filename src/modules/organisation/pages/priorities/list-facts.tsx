import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

export type ShownList = {
  validFrom: string
  validTo: string | null
  adoptions: readonly { bodyId: string; bodyName: string; day: string; decision: string }[]
}

/** When a list holds, and who has adopted it. */
export function ListFacts({ list }: { list: ShownList }) {
  const t = useTexts(priorityTexts)
  return (
    <p className={styles.soft}>
      {list.validTo
        ? t('period', { from: list.validFrom, to: list.validTo })
        : t('periodOpen', { from: list.validFrom })}
      {list.adoptions.map(({ bodyId, bodyName, day, decision }) => (
        <span key={bodyId}>
          {' · '}
          {t(decision ? 'adoptedIn' : 'adopted', { body: bodyName, day, decision })}
        </span>
      ))}
      {list.adoptions.length === 0 ? (
        <>
          {' · '}
          <Status tone="wait">{t('notAdopted')}</Status>
        </>
      ) : null}
    </p>
  )
}
