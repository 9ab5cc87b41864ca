import { getPriorityCoverage, listPriorityLists, tagPriority } from '#modules/organisation/index.ts'
import type { DemoCall } from './load-example.ts'

/** Words that tell which of the example's rows belong to which of the demo's priorities. */
const belongs = [
  {
    priority: /kollektivtrafik|buss|tåg/i,
    things: /trafik|buss|tåg|spår|kollektiv|taxa|biljett|traffic|transport|ticket/i,
  },
  { priority: /vård/i, things: /vård|sjuk|undersköt|barnmorsk|psykiatri|care|hospital|midwi|nurs/i },
] as const

/** So many of each kind are tagged to a priority: the demo must begin soon. */
const most = 10

/**
 * Tags rows of the example budget to what the demo's board puts first, so that the coverage report has something to say;
 * what fits none of them carries none.
 * @returns how many tags were made
 */
export async function tagExample(call: DemoCall): Promise<number> {
  const { lists } = await call(listPriorityLists, {})
  let made = 0
  for (const list of lists.filter((each) => each.time === 'current')) {
    const { priorities, without } = await call(getPriorityCoverage, { listId: list.id })
    for (const { priority, things } of belongs) {
      const found = priorities.find((each) => priority.test(each.title))
      if (!found) continue
      const fitting = without.filter(
        (thing) => thing.kind.startsWith('budget.') && things.test(`${thing.title} ${thing.group}`),
      )
      const shown = Map.groupBy(fitting, (thing) => thing.kind)
        .values()
        .flatMap((ofKind) => ofKind.slice(0, most))
      for (const { kind, id } of shown) {
        await call(tagPriority, { priorityId: found.id, kind, thingId: id })
        made += 1
      }
    }
  }
  return made
}
