import { useEffect, useState } from 'react'
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
  close,
}: {
  address: string
  rowId: string
  year: number
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
  const show = (text: string | null) => (text === null ? t('cell.blank') : showAmount(text, 0))
  return (
    <aside className={styles.side} aria-label={t('explain')}>
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
          <ul>
            {figure.lines.map((line) => (
              <li key={`${line.depth} ${line.text} ${line.amount}`} data-depth={line.depth}>
                {line.text}: {line.amount}{' '}
                {line.source ? <span className={styles.soft}>({line.source})</span> : null}
              </li>
            ))}
          </ul>
          <h3>{t('history')}</h3>
          {figure.edits.length === 0 ? <p>{t('history.none')}</p> : null}
          <ul>
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
