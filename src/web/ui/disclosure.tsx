import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './disclosure.module.css'
import { Icon } from './icon.tsx'

/** More about something, for those who want it. Works without scripts. */
export function Disclosure({
  summary,
  children,
  open,
  id,
}: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  id?: string
}) {
  return (
    <details className={styles.disclosure} open={open} id={id}>
      <summary>
        <Icon name="down" />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}

/** A few links or small forms behind one word in the page's head. Works without scripts. */
export function Menu({
  summary,
  children,
  align = 'end',
}: {
  summary: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
}) {
  return (
    <details className={styles.menu} name="menu">
      <summary>
        {summary}
        <Icon name="down" />
      </summary>
      <div className={classes(styles.panel, align === 'start' && styles.panelStart)}>{children}</div>
    </details>
  )
}
