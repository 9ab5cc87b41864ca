import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import type { mandateShape } from '../../operations/posts/post-shapes.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type ShownMandate = z.output<typeof mandateShape>

/** What somebody is in a public body, in words: post, deputy. */
export function useMandateWords() {
  const t = useTexts(postsTexts)
  return ({ post, seatKind }: Pick<ShownMandate, 'post' | 'seatKind'>): string =>
    [post ? t(`post.${post}`) : '', seatKind === 'deputy' ? t('deputy') : post ? '' : t('ordinary')]
      .filter(Boolean)
      .join(', ')
}

/** Somebody in a public body, in one line. */
export function MandateLine({ mandate }: { mandate: ShownMandate }) {
  const t = useTexts(postsTexts)
  const words = useMandateWords()
  return (
    <>
      {mandate.name}{' '}
      <span className={styles.soft}>
        {[
          words(mandate),
          mandate.partyGroup,
          mandate.validTo
            ? t('fromTo', { from: mandate.validFrom, to: mandate.validTo })
            : t('since', { day: mandate.validFrom }),
          mandate.appointedBy ? t('appointedByName', { name: mandate.appointedBy }) : '',
          mandate.viaAgreement ? t('viaAgreementName', { name: mandate.viaAgreement }) : '',
          mandate.endedReason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
