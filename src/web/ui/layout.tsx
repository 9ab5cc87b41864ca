import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './layout.module.css'

type Children = { children: ReactNode; className?: string | undefined }

/** Things under one another. */
export function Stack({ gap, children, className }: Children & { gap?: 'tight' | 'loose' }) {
  return <div className={classes(styles.stack, gap && styles[gap], className)}>{children}</div>
}

/** Things beside one another, wrapping when the line is full. */
export function Row({ align, children, className }: Children & { align?: 'end' | 'between' }) {
  return <div className={classes(styles.row, align && styles[align], className)}>{children}</div>
}

/** As many equal columns as there is room for; one on a phone. */
export function Columns({ children, className }: Children) {
  return <div className={classes(styles.columns, className)}>{children}</div>
}

/** A thing of its own on the page. */
export function Card({ title, children, className, id }: Children & { title?: ReactNode; id?: string }) {
  return (
    <section className={classes(styles.card, className)} id={id}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  )
}

/** Keeps running text to a width that is good to read. */
export function Prose({ children, className }: Children) {
  return <div className={classes(styles.stack, styles.measure, className)}>{children}</div>
}

export type Crumb = { label: string; href: string }

/** The head of every page: where we are, what it is called, what it is for, what can be done. */
export function PageHead({
  crumbs = [],
  crumbsLabel,
  title,
  lead,
  actions,
}: {
  crumbs?: readonly Crumb[]
  crumbsLabel?: string
  title: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className={styles.head}>
      {crumbs.length > 0 ? (
        <nav aria-label={crumbsLabel}>
          <ol className={styles.crumbs}>
            {crumbs.map((crumb) => (
              <li key={crumb.href}>
                <a href={crumb.href}>{crumb.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.headRow}>
        <h1>{title}</h1>
        {actions ? <div className={styles.row}>{actions}</div> : null}
      </div>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
    </header>
  )
}
