import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { label: string; figure: ReactNode; unit?: ReactNode; note?: ReactNode }

/** A few large figures with what they are. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>
            <span className={styles.figure}>{fact.figure}</span>
            {fact.unit ? <span className={styles.unit}> {fact.unit}</span> : null}
          </dd>
          {fact.note ? <dd>{fact.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

/** Words and what stands for each. */
export function FactList({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {facts.map((fact) => [
        <dt key={`${fact.label} label`}>{fact.label}</dt>,
        <dd key={`${fact.label} value`}>{fact.value}</dd>,
      ])}
    </dl>
  )
}
