import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { changeList, listForChange, requireFreeTitle } from '../../store/priorities/change-list.ts'
import { changeDay, listId, priorityTitle, priorityWhy, priorityWriters } from './priority-shapes.ts'

/** So many are no longer priorities. */
const most = 100

/** Puts a priority into a list from a day on: last, or at a place. */
export const addPriority = writeOperation({
  name: 'add-priority',
  summary: 'Put a priority into a body’s list from a day on: last, or at a place.',
  route: 'POST /priority-lists/{listId}/priorities',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({
    listId,
    title: priorityTitle,
    why: priorityWhy.default(''),
    /** Before the one that has this place; last when it is left out. */
    rank: z.number().int().min(1).max(most).optional(),
    from: changeDay,
  }),
  output: z.object({ priorityId: z.uuid(), unitId: z.uuid() }),
  example: ({ organisation }) => ({
    listId: organisation.priorityListId,
    title: 'Kortare köer till vården',
    why: 'Väntetiden är det flest hör av sig om.',
  }),
  audit: (input, output) => ({
    kind: 'priority',
    id: output.priorityId,
    unitId: output.unitId,
    detail: { name: input.title },
  }),
  async run(context, { title, why, rank, from, ...input }) {
    const found = await listForChange(context, input.listId)
    const priorityId = newId()
    await changeList(context, found, from, (current) => {
      requireFreeTitle(current, title)
      if (current.length >= most) throw new Problem('notPossibleNow', { detail: 'priority.tooMany' })
      return current.toSpliced((rank ?? most) - 1, 0, { id: priorityId, title, why })
    })
    return { priorityId, unitId: found.list.unitId }
  },
})
