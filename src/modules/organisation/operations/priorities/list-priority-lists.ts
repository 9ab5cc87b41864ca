import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../../inside-roles.ts'
import { nearestDay, prioritiesOn } from '../../rules/priorities/order.ts'
import { treeAsOf } from '../../rules/unit-tree.ts'
import { readAdoptions, readLists, readPriorities } from '../../store/priorities/read-priorities.ts'
import { readUnits } from '../../store/read-units.ts'
import { adoptionShape, listShape, priorityShape } from './priority-shapes.ts'

/** What the bodies put first on a day, and what is decided for a coming period; with `past`, also what they have put first. */
export const listPriorityLists = readOperation({
  name: 'list-priority-lists',
  summary: 'What bodies put first on a day and in coming periods, in their order; with `past` also before.',
  route: 'GET /priority-lists',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({
    asOf: z.iso.date().optional(),
    unitId: z.uuid().optional(),
    past: z.boolean().default(false),
  }),
  output: z.object({
    asOf: z.iso.date(),
    /** By unit as they stand in the tree, then the current one of each body before those to come and those past. */
    lists: z.array(
      listShape.extend({
        time: z.enum(['current', 'coming', 'past']),
        adoptions: z.array(adoptionShape),
        /** On the day, or on the nearest day of its period. */
        priorities: z.array(priorityShape),
      }),
    ),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  async run({ db, now }, { asOf, unitId, past }) {
    const day = asOf ?? today(now)
    const lists = await readLists(db, past ? { unitId } : { unitId, from: day })
    const ids = lists.map((list) => list.id)
    const records = Map.groupBy(await readPriorities(db, ids), (record) => record.listId)
    const adoptions = Map.groupBy(await readAdoptions(db, ids), (adoption) => adoption.listId)
    const places = new Map(treeAsOf(await readUnits(db), day).map((unit, index) => [unit.id, index]))
    const placeOf = (id: string) => places.get(id) ?? places.size
    const order = { current: 0, coming: 1, past: 2 }
    return {
      asOf: day,
      lists: lists
        .map((list) => ({
          ...list,
          time: timeOf(list, day),
          adoptions: adoptions.get(list.id) ?? [],
          priorities: prioritiesOn(records.get(list.id) ?? [], nearestDay(list, day)),
        }))
        .toSorted(
          (one, other) =>
            placeOf(one.unitId) - placeOf(other.unitId) ||
            one.bodyName.localeCompare(other.bodyName, 'sv') ||
            order[one.time] - order[other.time],
        ),
    }
  },
})

function timeOf(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  day: string,
): 'current' | 'coming' | 'past' {
  if (validFrom > day) return 'coming'
  return validTo !== null && validTo < day ? 'past' : 'current'
}
