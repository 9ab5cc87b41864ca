import { useTexts } from '#web/language.tsx'
import type { UnitEvent } from '../../rules/unit-history.ts'
import type { UnitKind } from '../../rules/unit-kinds.ts'
import { kindName, unitAddress } from './unit-list.tsx'
import { unitTexts } from './units-texts.ts'
import styles from './units.module.css'

/** What has happened to a unit, the newest first; the day leads to how it was then, another unit to that one. */
export function UnitHistory({ events, kinds }: { events: readonly UnitEvent[]; kinds: readonly UnitKind[] }) {
  const t = useTexts(unitTexts)
  return (
    <dl className={styles.history}>
      {events.map((event) => {
        const key = `${event.day} ${event.what} ${event.otherUnitId ?? event.name}`
        const said = t(event.what, { name: event.kind ? kindName(kinds, event.kind) : event.name })
        return [
          <dt key={`${key} day`}>{event.day}</dt>,
          <dd key={key}>
            {event.otherUnitId ? <a href={unitAddress(event.otherUnitId, null)}>{said}</a> : said}
          </dd>,
        ]
      })}
    </dl>
  )
}
