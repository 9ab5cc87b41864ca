import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { changeList, listForChange } from '../../store/priorities/change-list.ts'
import { changeDay, listId, priorityWriters } from './priority-shapes.ts'

/** Puts the priorities of a list in another order from a day on. All of them are named, so that nobody's change is lost. */
export const reorderPriorities = writeOperation({
  name: 'reorder-priorities',
  summary: 'Put all priorities of a list in another order from a day on; the order before is kept.',
  route: 'PUT /priority-lists/{listId}/order',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({ listId, priorityIds: z.array(z.uuid()).min(1).max(100), from: changeDay }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({
    listId: organisation.priorityListId,
    priorityIds: [organisation.otherPriorityId, organisation.priorityId],
  }),
  audit: (input, output) => ({
    kind: 'priorityList',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name },
  }),
  async run(context, { priorityIds, from, ...input }) {
    const list = await listForChange(context, input.listId)
    const known = new Set(list.records.map((record) => record.priorityId))
    if (!priorityIds.every((id) => known.has(id))) throw new Problem('notFound')
    await changeList(context, list, from, (current) => {
      const wanted = new Set(priorityIds)
      // Somebody has put one in or taken one out meanwhile: the order is to be looked at again.
      if (wanted.size !== current.length || current.some((each) => !wanted.has(each.id))) {
        throw new Problem('changedMeanwhile', { detail: 'priority.orderMeanwhile' })
      }
      return [...wanted].map((id) => found(current.find((each) => each.id === id)))
    })
    return { unitId: list.list.unitId, name: list.list.title }
  },
})
