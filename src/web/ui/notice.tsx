import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import styles from './notice.module.css'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

/** Something the reader should know before going on. `live` is read out when it appears. */
export function Notice({
  tone = 'info',
  title,
  children,
  live,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  live?: boolean
}) {
  return (
    <div
      className={classes(styles.notice, tone !== 'info' && styles[tone])}
      {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}
    >
      <span className={styles.icon}>
        <Icon name={tone} />
      </span>
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  )
}

/** A place where nothing is yet: why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}

/** A state in a word, a picture and a colour; never by colour alone. */
export function Status({ tone, children }: { tone: Tone | 'wait' | 'plain'; children: ReactNode }) {
  const tones = {
    info: styles.infoStatus,
    good: styles.goodStatus,
    warn: styles.warnStatus,
    bad: styles.badStatus,
    wait: styles.infoStatus,
    plain: null,
  }
  return (
    <span className={classes(styles.status, tones[tone])}>
      {tone === 'plain' ? null : <Icon name={tone} />}
      {children}
    </span>
  )
}
