import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Card } from '#web/ui/index.ts'
import { moment } from '../imports/moment.ts'
import { duplicatesTexts } from './duplicates-texts.ts'
import styles from './duplicates.module.css'

export type ShownMerge = {
  mergeId: string
  keptPersonId: string
  keptName: string
  otherName: string
  mergedAt: string
  mergedBy: string
}

/** Records that were put together lately, each to be taken apart. */
export function MergeList({ merges }: { merges: readonly ShownMerge[] }) {
  const t = useTexts(duplicatesTexts)
  const language = useLanguage()
  return (
    <Card title={t('merges')} id="merges">
      <p className={styles.soft}>{t('mergesText')}</p>
      <ul className={styles.merges}>
        {merges.map((merge) => (
          <li key={merge.mergeId} className={styles.merge}>
            <span>
              {t('mergeLine', { other: merge.otherName })}{' '}
              <a href={`/people/${merge.keptPersonId}`}>{merge.keptName}</a>{' '}
              <span className={styles.soft}>
                {t('mergedBy', { when: moment(merge.mergedAt, language), name: merge.mergedBy })}
              </span>
            </span>
            <UnmergeForm merge={merge} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Takes one merge apart. */
export function UnmergeForm({ merge }: { merge: ShownMerge }) {
  const t = useTexts(duplicatesTexts)
  return (
    <form method="post" action="/people/duplicates">
      <input type="hidden" name="change" value="unmerge" />
      <input type="hidden" name="mergeId" value={merge.mergeId} />
      <Button small aria-label={t('unmergeThese', { other: merge.otherName, kept: merge.keptName })}>
        {t('unmerge')}
      </Button>
    </form>
  )
}
