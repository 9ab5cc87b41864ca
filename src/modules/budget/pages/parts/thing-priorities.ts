import { listThingPriorities, tagPriority } from '#modules/organisation/index.ts'
import { orProblemPage } from '#web/page-problem.ts'
import type { ThingPriorities } from '#web/priorities/thing-priorities.tsx'
import type { Visit } from '#web/request-context.ts'

/** Which priorities a row of a budget carries and could, for its page; null for who may not ask. */
export async function thingPriorities(
  visit: Visit,
  kind: 'budget.adjustment' | 'budget.assignment',
  thingId: string,
): Promise<ThingPriorities | null> {
  if (!visit.may(listThingPriorities)) return null
  const shown = await orProblemPage(visit.call(listThingPriorities, { kind, thingId }))
  return { ...shown, mayTag: visit.may(tagPriority) }
}
