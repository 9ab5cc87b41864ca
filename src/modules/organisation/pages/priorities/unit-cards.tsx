import { onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { Card } from '#web/ui/index.ts'
import { listPriorityLists } from '../../operations/priorities/list-priority-lists.ts'
import { listVenues } from '../../operations/venues/list-venues.ts'
import { venueTexts } from '../venues/venues-texts.ts'
import { listAddress, priorityAddress } from './addresses.ts'
import { priorityTexts } from './priorities-texts.ts'
import styles from './priorities.module.css'

/** So many premises are named on a unit's page; the rest is a link away. */
const venuesNamed = 5

/** What a unit's page tells of its priorities and premises, on a day. */
export async function readUnitCards(visit: Visit, unitId: string, asked: string | null) {
  const about = { unitId, ...(asked ? { asOf: asked } : {}) }
  const { lists } = await orProblemPage(visit.call(listPriorityLists, about))
  const { venues, total } = await orProblemPage(visit.call(listVenues, { ...about, limit: venuesNamed }))
  return {
    unitId,
    asked,
    lists: lists
      .filter((list) => list.time === 'current')
      .map(({ id, title, bodyName, priorities }) => ({ id, title, bodyName, priorities })),
    venues: venues.map(({ id, name }) => ({ id, name })),
    totalVenues: total,
  }
}

/** Cards for a unit's page: what its bodies put first now, and where it meets. */
export function UnitCards({ cards }: { cards: Awaited<ReturnType<typeof readUnitCards>> }) {
  const t = useTexts(priorityTexts)
  const v = useTexts(venueTexts)
  const { unitId, asked, lists, venues, totalVenues } = cards
  return (
    <>
      <Card title={t('title')}>
        {lists.length === 0 ? <p>{t('unitNone')}</p> : null}
        {lists.map((list) => (
          <div key={list.id}>
            <p className={styles.soft}>
              <a href={onDay(listAddress(list.id), asked)}>{list.title}</a>, {list.bodyName}
            </p>
            <ol className={styles.ordered}>
              {list.priorities.map(({ id, title }) => (
                <li key={id}>
                  <a href={onDay(priorityAddress(list.id, id), asked)}>{title}</a>
                </li>
              ))}
            </ol>
          </div>
        ))}
        <p>
          <a href={onDay(`/organisation/priorities?unit=${unitId}`, asked)}>{t('unitAll')}</a>
        </p>
      </Card>
      <Card title={v('title')}>
        {totalVenues === 0 ? <p>{v('unitNone')}</p> : null}
        <ul className={styles.things} role="list">
          {venues.map(({ id, name }) => (
            <li key={id}>
              <a href={onDay(`/organisation/venues/${id}`, asked)}>{name}</a>
            </li>
          ))}
        </ul>
        <p>
          <a
            href={onDay(
              totalVenues > 0 ? `/organisation/venues?unit=${unitId}` : '/organisation/venues',
              asked,
            )}
          >
            {totalVenues > 0 ? v('unitAll', { count: totalVenues }) : v('everything')}
          </a>
        </p>
      </Card>
    </>
  )
}
