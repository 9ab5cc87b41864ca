import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './table.module.css'

/**
 * A table people can scan. It scrolls sideways by itself on a narrow screen; `label` names it for those who hear
 * it. Rows are written as plain `<tr>`, with the classes of `rows` for sums and parts.
 */
export function Table({
  label,
  caption,
  head,
  children,
  className,
}: {
  label: string
  caption?: ReactNode
  head: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    // A region that scrolls must be reachable by keyboard, or its far end cannot be read without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={label}>
      <table className={classes(styles.table, className)}>
        {caption ? <caption>{caption}</caption> : null}
        <thead>{head}</thead>
        {children}
      </table>
    </section>
  )
}

/** Classes for cells and rows. */
export const cells = { numeric: styles.numeric }
export const rows = { sum: styles.sum, part: styles.part, section: styles.section, marked: styles.marked }
