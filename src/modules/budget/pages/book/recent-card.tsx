import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import type { getBookOverview } from '../../operations/get-book-overview.ts'
import { dayAndTime } from '../parts/times.ts'
import { showAmount } from '../workbench/cell-text.ts'
import { bookTexts } from './book-texts.ts'
import styles from './book.module.css'

type Edit = z.output<typeof getBookOverview.output>['recent'][number]

/** The latest changes in the book: what, by whom, when. */
export function RecentCard({ edits, decimals }: { edits: readonly Edit[]; decimals: number }) {
  const t = useTexts(bookTexts)
  const language = useLanguage()
  const sentence = useEditSentence(decimals)
  return (
    <Card title={t('overview.recent')}>
      {edits.length === 0 ? <p>{t('overview.recent.none')}</p> : null}
      <ul role="list" className={styles.lines}>
        {edits.map((edit) => (
          <li key={`${edit.at} ${edit.subjectId} ${edit.field}`}>
            <span>{sentence(edit)}</span>
            <span className={styles.soft}>
              {edit.by}, {dayAndTime(edit.at, language)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Says a change in words; what was an amount is printed as one. */
function useEditSentence(decimals: number): (edit: Edit) => string {
  const t = useTexts(bookTexts)
  const show = (text: string | null) =>
    text === null ? t('overview.recent.blank') : showAmount(text, decimals)
  return (edit) => {
    const { kind, field, subject, before, after } = edit
    const amounts = { field, before: show(numberOf(before)), after: show(numberOf(after)) }
    switch (kind) {
      case 'amount':
        return t('overview.recent.amount', { subject: subject || t('overview.recent.change'), ...amounts })
      case 'tax':
        if (edit.subjectId === 'taxBase' || edit.subjectId === 'resultRequirement')
          return t('overview.recent.amount', { subject: t(`overview.recent.${edit.subjectId}`), ...amounts })
        return t(field === 'removed' ? 'overview.recent.taxRemoved' : 'overview.recent.tax', { subject })
      case 'override':
        return after === null
          ? t('overview.recent.withdrawn', { subject, field })
          : t('overview.recent.override', { subject, ...amounts })
      case 'row':
        return t('overview.recent.row', { subject })
      case 'version':
        return t('overview.recent.version', { before: before ?? '', after: after ?? '' })
      case 'chapter':
      case 'assignment':
        return t(`overview.recent.${kind}`, { subject, removed: field === 'removed' ? 'yes' : 'no' })
      default:
        return t('overview.recent.adjustment', {
          subject: subject || after || before || t('overview.recent.change'),
          what: field,
        })
    }
  }
}

function numberOf(text: string | null): string | null {
  return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? text : null
}
