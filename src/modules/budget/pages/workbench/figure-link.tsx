import { createContext, useContext, type MouseEvent, type ReactNode } from 'react'
import { SUMMARY_KEY } from '../../rules/statements/summary.ts'
import styles from './workbench.module.css'

/** What the panel beside the grid explains: a row of the grid, or of the compiled summary, in a year. */
export type Asked = { rowId: string; year: number }

/** Where the figures of this version are explained, and how to have one explained beside the grid. */
export const Explaining = createContext<{ figures: string; explain: (asked: Asked) => void } | null>(null)

/**
 * A computed figure that opens its own explanation: beside the grid when it is clicked, and on a page of its own
 * when it is opened in a new tab or before the script has arrived.
 */
export function FigureLink({ row, year, children }: { row: string; year: number; children: ReactNode }) {
  const explaining = useContext(Explaining)
  if (!explaining) return children
  const query = new URLSearchParams({ subject: 'compiled', row, column: String(year) })
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    explaining.explain({ rowId: row, year })
  }
  return (
    <a
      className={styles.figure}
      href={`${explaining.figures}/${SUMMARY_KEY}?${query}#explanation`}
      onClick={open}
    >
      {children}
    </a>
  )
}
