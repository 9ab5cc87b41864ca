import { useLanguage, useTexts } from '#web/language.tsx'
import { Card } from '#web/ui/index.ts'
import { readingTexts } from '../../messages/reading.ts'
import type { RowKind } from '../../rules/book.ts'
import type { Role } from '../../rules/roles.ts'
import { dayAndTime } from '../parts/times.ts'
import { showAmount } from '../workbench/cell-text.ts'
import type { RowShown } from './row-page.tsx'
import { rowTexts } from './row-texts.ts'
import styles from './figures.module.css'

/** Who has changed what of the row, newest first. */
export function RowHistory({ row, decimals }: { row: RowShown; decimals: number }) {
  const t = useTexts(rowTexts)
  const language = useLanguage()
  const say = useEditSentence(row, decimals)
  return (
    <Card title={t('history')}>
      {row.edits.length === 0 ? <p>{t('history.none')}</p> : null}
      <ul role="list" className={styles.history}>
        {row.edits.map((edit) => (
          <li key={`${edit.at} ${edit.field}`}>
            {say(edit)}
            {edit.note ? `. ${edit.note}` : ''}
            <div className={styles.soft}>
              {edit.by}, {dayAndTime(edit.at, language)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type EditShown = RowShown['edits'][number]

function useEditSentence(row: RowShown, decimals: number): (edit: EditShown) => string {
  const t = useTexts(rowTexts)
  const words = useTexts(readingTexts)
  /** What stood in a field, in words. */
  const said = (field: string, text: string | null): string => {
    if (text === null) return t('unknown')
    if (field === 'role') return words(`reading.role.${text as Role}`)
    if (field === 'kind') return words(`reading.rowKind.${text as RowKind}`)
    return text === 'true' ? t('yes') : t('no')
  }
  return (edit) => {
    if (edit.kind === 'override') {
      const column = row.cells.find((cell) => cell.column.key === edit.field)?.column.label ?? edit.field
      return edit.after === null
        ? t('history.withdrawn', { column, before: showAmount(edit.before, decimals) })
        : t('history.override', { column, after: showAmount(edit.after, decimals) })
    }
    const field = edit.field === 'role' || edit.field === 'kind' ? edit.field : 'ofWhichComplete'
    return t(`history.${field}`, {
      before: said(field, edit.before),
      after: said(field, edit.after),
    })
  }
}
