import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Status } from '#web/ui/index.ts'
import type { documentShape } from '../../operations/governing-documents/document-shapes.ts'
import { documentTexts } from './documents-texts.ts'
import styles from './documents.module.css'

export type ShownDocument = z.output<typeof documentShape>

const tones = { overdue: 'bad', soon: 'warn', later: 'plain', none: 'plain', ended: 'plain' } as const

/** How it stands with the next review, and when it is. */
export function ReviewState({ state, reviewDue }: Pick<ShownDocument, 'state' | 'reviewDue'>) {
  const t = useTexts(documentTexts)
  return (
    <>
      <Status tone={tones[state]}>{t(`state.${state}`)}</Status>{' '}
      {reviewDue && state !== 'ended' ? (
        <span className={styles.day}>{t('reviewBy', { day: reviewDue })}</span>
      ) : null}
    </>
  )
}
