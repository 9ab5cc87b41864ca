import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { changeList, listForChange, requireFreeTitle } from '../../store/priorities/change-list.ts'
import { listOfPriority } from '../../store/priorities/read-priorities.ts'
import { changeDay, priorityTitle, priorityWhy, priorityWriters } from './priority-shapes.ts'

/** Lets a priority be called something else, or for another reason, from a day on. What it was is kept. */
export const changePriority = writeOperation({
  name: 'change-priority',
  summary: 'Give a priority another title or reason from a day on; what it was is kept.',
  route: 'POST /priorities/{priorityId}',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({
    priorityId: z.uuid(),
    title: priorityTitle.optional(),
    why: priorityWhy.optional(),
    from: changeDay,
  }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({ priorityId: organisation.priorityId, title: 'Tåg som går i tid' }),
  audit: (input, output) => ({
    kind: 'priority',
    id: input.priorityId,
    unitId: output.unitId,
    detail: { name: output.name },
  }),
  async run(context, { priorityId, title, why, from }) {
    const list = await listForChange(context, await listOfPriority(context.db, priorityId))
    let name = ''
    await changeList(context, list, from, (current) => {
      const before = found(current.find((each) => each.id === priorityId))
      name = title ?? before.title
      requireFreeTitle(current, name, priorityId)
      const changed = { id: priorityId, title: name, why: why ?? before.why }
      return current.map((each) => (each.id === priorityId ? changed : each))
    })
    return { unitId: list.list.unitId, name }
  },
})
