import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

export type ButtonLook = { kind?: 'primary' | 'plain' | 'danger' | 'quiet'; small?: boolean }

function look({ kind = 'plain', small = false }: ButtonLook, more?: string): string {
  return classes(styles.button, kind !== 'plain' && styles[kind], small && styles.small, more)
}

/** Does something. One `primary` at most on a page: the thing most people came to do. */
export function Button({
  kind,
  small,
  className,
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & ButtonLook) {
  return <button type={type} className={look(lookOf(kind, small), className)} {...rest} />
}

/** Goes somewhere, but looks like a button. */
export function ButtonLink({
  kind,
  small,
  className,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook & { href: string }) {
  return <a className={look(lookOf(kind, small), className)} {...rest} />
}

function lookOf(kind: ButtonLook['kind'], small: ButtonLook['small']): ButtonLook {
  return { ...(kind ? { kind } : {}), ...(small ? { small } : {}) }
}
