import { useLanguage, useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { readingTexts } from '../../messages/reading.ts'
import type { Role } from '../../rules/roles.ts'
import type { AdjustmentKind } from '../../rules/statements/version.ts'
import type { BookLayoutData } from '../book/book-layout.tsx'
import { dayAndTime } from '../parts/times.ts'
import type { AdjustmentShown } from './adjustment-page.tsx'
import { adjustmentTexts } from './adjustment-texts.ts'
import { showAmount } from './cell-text.ts'
import { workbenchTexts } from './workbench-texts.ts'

/** Who has changed what of the adjustment, newest first. */
export function AdjustmentHistory({
  book,
  adjustment,
}: {
  book: BookLayoutData['book']
  adjustment: AdjustmentShown
}) {
  const t = useTexts(adjustmentTexts)
  const language = useLanguage()
  const sentence = useEditSentence(book)
  return (
    <Card title={t('history')}>
      {adjustment.edits.length === 0 ? <p>{t('history.none')}</p> : null}
      <ul>
        {adjustment.edits.map((edit) => (
          <li key={`${edit.at} ${edit.field}`}>
            {edit.by}, {dayAndTime(edit.at, language)}: {sentence(edit)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function useEditSentence(book: BookLayoutData['book']) {
  const t = useTexts(adjustmentTexts)
  const words = useTexts(workbenchTexts)
  const roles = useTexts(readingTexts)
  const names: Record<string, string> = {
    label: t('label'),
    kind: t('kind'),
    publicBoardId: t('board'),
    recurring: t('recurring'),
    part: t('part'),
    statementRole: t('role'),
    chapter: t('chapter'),
  }
  /** What stood in a field, in words. */
  const said = (field: string, text: string | null): string => {
    if (field === 'publicBoardId')
      return book.publicBoards.find((board) => board.id === text)?.name ?? t('board.none')
    if (text === null) return t('history.blank')
    if (field === 'kind') return words(`kind.${text as AdjustmentKind}`)
    if (field === 'recurring') return t(text === 'true' ? 'history.yes' : 'history.no')
    if (field === 'statementRole') return roles(`reading.role.${text as Role}`)
    return /^\d{4}$/.test(field) ? showAmount(text, book.decimals) : text
  }
  return ({ field, before, after }: AdjustmentShown['edits'][number]): string => {
    if (field === 'added' || field === 'removed' || field === 'restored') return t(`history.${field}`)
    // A text is not told twice over: it stands in the form.
    if (field === 'rationale') return t('history.rationale')
    return t('history.field', {
      field: names[field] ?? field,
      before: said(field, before),
      after: said(field, after),
    })
  }
}
