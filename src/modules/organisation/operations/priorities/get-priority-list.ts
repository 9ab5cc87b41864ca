import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { unitReaders } from '../../inside-roles.ts'
import { changedDays, nearestDay, prioritiesOn } from '../../rules/priorities/order.ts'
import { readAdoptions, readLists, readPriorities } from '../../store/priorities/read-priorities.ts'
import { adoptionShape, listId, listShape, priorityShape } from './priority-shapes.ts'

/** One list as it stood on a day, what it said before and after, and the body's lists of other periods. */
export const getPriorityList = readOperation({
  name: 'get-priority-list',
  summary:
    'A body’s list of priorities on a day: its order, who adopted it, how it has changed, other periods.',
  route: 'GET /priority-lists/{listId}',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ listId, asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    list: listShape,
    priorities: z.array(priorityShape),
    adoptions: z.array(adoptionShape),
    /** Each day from which it said something else, the newest first. */
    changes: z.array(z.object({ day: z.iso.date(), order: z.array(z.string()) })),
    /** The body's lists of other periods, those that began last first. */
    others: z.array(listShape),
  }),
  example: ({ organisation }) => ({ listId: organisation.priorityListId }),
  async run({ db, now }, input) {
    const list = found((await readLists(db, { listId: input.listId }))[0])
    const records = await readPriorities(db, [list.id])
    const day = input.asOf ?? nearestDay(list, today(now))
    const inPeriod = day >= list.validFrom && (list.validTo === null || day <= list.validTo)
    return {
      asOf: day,
      list,
      priorities: inPeriod ? prioritiesOn(records, day) : [],
      adoptions: await readAdoptions(db, [list.id]),
      changes: changedDays(records).map((each) => ({
        day: each,
        order: prioritiesOn(records, each).map((priority) => priority.title),
      })),
      others: (await readLists(db, { bodyId: list.bodyId })).filter((other) => other.id !== list.id),
    }
  },
})
