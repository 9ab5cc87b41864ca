import type { ChartUnit } from '../../rules/posts/chart-layout.ts'
import { bodyAddress, unitAddress } from './addresses.ts'
import styles from './posts.module.css'

type Listed = ChartUnit & { kind: string }

/** What the chart draws, as lists in lists: for a phone, for a keyboard, for whoever listens. */
export function ChartList({
  tree,
  asked,
  parentId = null,
}: {
  tree: readonly Listed[]
  asked: string | null
  parentId?: string | null
}) {
  return (
    <ul className={styles.list}>
      {tree
        .filter((unit) => unit.parentId === parentId)
        .map((unit) => (
          <li key={unit.id}>
            <a href={unitAddress(unit.id, asked)}>{unit.name}</a>{' '}
            <span className={styles.soft}>{unit.kind}</span>
            {unit.bodies.length > 0 ? (
              <ul className={styles.bodies}>
                {unit.bodies.map((body) => (
                  <li key={body.id}>
                    {body.depth > 0 ? <span aria-hidden="true">{'↳ '.repeat(body.depth)}</span> : null}
                    <a href={bodyAddress(body.id, asked)}>{body.text}</a>
                  </li>
                ))}
              </ul>
            ) : null}
            {tree.some((each) => each.parentId === unit.id) ? (
              <ChartList tree={tree} asked={asked} parentId={unit.id} />
            ) : null}
          </li>
        ))}
    </ul>
  )
}
