import { onDay } from '#web/as-of/as-of.ts'
import type { UnitKind } from '../../rules/unit-kinds.ts'
import type { TreeUnit } from '../../rules/unit-tree.ts'
import styles from './units.module.css'

/** What a kind is called: the organisation's own word, or the key when it has none. */
export function kindName(kinds: readonly Pick<UnitKind, 'key' | 'singular'>[], key: string): string {
  return kinds.find((kind) => kind.key === key)?.singular ?? key
}

/** A unit's address, on a day when it is not today's. */
export function unitAddress(id: string, day: string | null): string {
  return onDay(`/organisation/units/${id}`, day)
}

/** Units under one another, each a link. `units` has parents before what is below them. */
export function UnitList({
  units,
  kinds,
  asOf,
  depth = units[0]?.depth ?? 0,
}: {
  units: readonly TreeUnit[]
  kinds: readonly UnitKind[]
  asOf: string | null
  depth?: number
}) {
  const heads = units.flatMap((unit, index) => (unit.depth === depth ? [{ unit, index }] : []))
  return (
    <ul className={styles.tree}>
      {heads.map(({ unit, index }, place) => {
        const below = units.slice(index + 1, heads[place + 1]?.index)
        return (
          <li key={unit.id}>
            <a href={unitAddress(unit.id, asOf)}>{unit.name}</a>{' '}
            <span className={styles.soft}>{kindName(kinds, unit.kind)}</span>
            {below.length > 0 ? <UnitList units={below} kinds={kinds} asOf={asOf} depth={depth + 1} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
