import styles from './progress.module.css'

/** How far something has come, from 0 to 1; leave `share` out while it cannot be told. */
export function Progress({ label, share }: { label: string; share?: number }) {
  return (
    <progress
      className={styles.bar}
      aria-label={label}
      max={1}
      {...(share === undefined ? {} : { value: share })}
    />
  )
}
