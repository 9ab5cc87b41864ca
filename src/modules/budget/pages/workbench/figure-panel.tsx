import { useEffect, useRef, useState } from 'react'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Button, Progress } from '#web/ui/index.ts'
import { showAmount } from './cell-text.ts'
import styles from './workbench.module.css'
import { workbenchTexts } from './workbench-texts.ts'

/** How one figure came about, line by line, and who has changed it. */
export type Figure = {
  label: string
  /** Sentences with their amounts, the outermost first; `depth` is how far in. */
  lines: { depth: number; text: string; amount: string; source: string }[]
  edits: { name: string; at: string; before: string | null; after: string | null }[]
}

/** Opens beside the grid: the way to a figure, down to the line it was printed on. */
export function FigurePanel({
  address,
  rowId,
  year,
  decimals,
  close,
}: {
  address: string
  rowId: string
  year: number
  /** The book's: amounts are shown with at least these. */
  decimals: number
  close: () => void
}) {
  const t = useTexts(workbenchTexts)
  const language = useLanguage()
  const [figure, setFigure] = useState<Figure | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    fetch(`${address}/figure?row=${encodeURIComponent(rowId)}&year=${year}`, { signal: abort.signal })
      .then(async (response) => {
        if (response.ok) setFigure((await response.json()) as Figure)
      })
      .catch(() => undefined)
    return () => abort.abort()
  }, [address, rowId, year])
  // The panel takes the focus and gives it back, so that nobody at a keyboard has to go looking for it.
  const panel = useRef<HTMLElement>(null)
  const leave = useRef(close)
  useEffect(() => {
    leave.current = close
  })
  useEffect(() => {
    const from = document.activeElement
    const leaveOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave.current()
    }
    const here = panel.current
    here?.focus({ preventScroll: true })
    here?.addEventListener('keydown', leaveOnEscape)
    return () => {
      here?.removeEventListener('keydown', leaveOnEscape)
      if (from instanceof HTMLElement) from.focus({ preventScroll: true })
    }
  }, [])
  const show = (text: string | null) => (text === null ? t('cell.blank') : showAmount(text, decimals))
  return (
    <aside ref={panel} className={styles.side} aria-label={t('explain')} tabIndex={-1}>
      <div className={styles.toolbar}>
        <h2>{t('explain')}</h2>
        <Button type="button" small kind="quiet" onClick={close}>
          {t('explain.close')}
        </Button>
      </div>
      {figure ? (
        <>
          <p>
            <strong>{figure.label}</strong>, {year}
          </p>
          <ul role="list" className={styles.lines}>
            {figure.lines.map((line, index) => (
              // The same words may stand under several figures; the order is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={`${index} ${line.text}`} data-depth={Math.min(line.depth, 4)}>
                <span>
                  {line.text} {line.source ? <span className={styles.soft}>({line.source})</span> : null}
                </span>
                <span>{line.amount}</span>
              </li>
            ))}
          </ul>
          <h3>{t('history')}</h3>
          {figure.edits.length === 0 ? <p>{t('history.none')}</p> : null}
          <ul role="list">
            {figure.edits.map((edit) => (
              <li key={edit.at}>
                {t('history.line', {
                  name: edit.name,
                  time: new Date(edit.at).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', {
                    dateStyle: 'short',
                    timeStyle: 'short',
                  }),
                  before: show(edit.before),
                  after: show(edit.after),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Progress label={t('explain')} />
      )}
    </aside>
  )
}
