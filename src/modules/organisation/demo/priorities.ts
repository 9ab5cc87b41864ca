import { adoptPriorityList } from '../operations/priorities/adopt-priority-list.ts'
import { changePriority } from '../operations/priorities/change-priority.ts'
import { createPriorityList } from '../operations/priorities/create-priority-list.ts'
import { getPriorityList } from '../operations/priorities/get-priority-list.ts'
import { reorderPriorities } from '../operations/priorities/reorder-priorities.ts'
import { searchTaggableThings } from '../operations/priorities/search-taggable-things.ts'
import { tagPriority } from '../operations/priorities/tag-priority.ts'
import type { DemoCall } from './venues.ts'

/**
 * Gives an invented district what it puts first: a list for the years before, one for now whose order has changed, and one
 * that is proposed for the next. What is asked for in premises carries one of them; one is carried by nothing.
 * @param boardId the body whose lists they are
 * @param today the lists are of its year, the two before and the next
 */
export async function loadPrioritiesDemo(
  call: DemoCall,
  { boardId, today }: { boardId: string; today: string },
): Promise<void> {
  const year = Number(today.slice(0, 4))
  // What has been decided has been decided by today, whenever in the year the demo begins.
  const decided = (day: string) => (`${year}-${day}` < today ? `${year}-${day}` : today)
  const make = async (
    title: string,
    from: string,
    to: string | null,
    priorities: { title: string; why: string }[],
  ) => (await call(createPriorityList, { bodyId: boardId, title, from, to, priorities })).listId
  const before = await make(
    `Prioriterade frågor ${year - 2}–${year - 1}`,
    `${year - 2}-01-01`,
    `${year - 1}-12-31`,
    [
      { title: 'Kortare köer till vården', why: 'Väntetiderna är längst i landet.' },
      { title: 'Billigare kort för unga', why: '' },
    ],
  )
  await call(adoptPriorityList, {
    listId: before,
    bodyId: boardId,
    day: `${year - 2}-01-20`,
    decision: '§ 7',
  })
  const now = await make(`Prioriterade frågor ${year}`, `${year}-01-01`, `${year}-12-31`, [
    {
      title: 'En vård som hinner',
      why: 'Flest hör av sig om väntan. Fler ska få tid i rätt tid, och de som arbetar i vården ska orka stanna.',
    },
    {
      title: 'Kollektivtrafik att lita på',
      why: 'Bussen och tåget ska komma när de ska, också på kvällen och utanför stan.',
    },
    {
      title: 'Möten där alla kan vara med',
      why: 'Den som har barn, rullstol eller hörapparat ska kunna komma på våra möten.',
    },
    { title: 'Natur nära hemmet', why: '' },
  ])
  await call(adoptPriorityList, { listId: now, bodyId: boardId, day: decided('01-17'), decision: '§ 5' })
  const { priorities } = await call(getPriorityList, { listId: now })
  const [care = '', traffic = '', meetings = '', nature = ''] = priorities.map((priority) => priority.id)
  await call(reorderPriorities, {
    listId: now,
    priorityIds: [traffic, care, meetings, nature],
    from: decided('04-01'),
  })
  await call(changePriority, {
    priorityId: nature,
    why: 'Alla ska ha högst tio minuter till ett grönområde.',
    from: decided('06-01'),
  })
  const { kinds } = await call(searchTaggableThings, { priorityId: meetings })
  for (const { kind, things } of kinds) {
    for (const { id } of things) await call(tagPriority, { priorityId: meetings, kind, thingId: id })
  }
  await make(`Prioriterade frågor ${year + 1}`, `${year + 1}-01-01`, `${year + 1}-12-31`, [
    { title: 'En vård som hinner', why: '' },
    { title: 'Lätt att bo kvar', why: '' },
  ])
}
