import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { changeList, listForChange } from '../../store/priorities/change-list.ts'
import { listOfPriority } from '../../store/priorities/read-priorities.ts'
import { changeDay, priorityWriters } from './priority-shapes.ts'

/** Takes a priority out of its list from a day on; those after it move up. What carried it is kept. */
export const endPriority = writeOperation({
  name: 'end-priority',
  summary: 'Take a priority out of its list from a day on; those after it move up.',
  route: 'POST /priorities/{priorityId}/end',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({ priorityId: z.uuid(), from: changeDay }),
  output: z.object({ unitId: z.uuid(), listId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({ priorityId: organisation.priorityId }),
  audit: (input, output) => ({
    kind: 'priority',
    id: input.priorityId,
    unitId: output.unitId,
    detail: { name: output.name },
  }),
  async run(context, { priorityId, from }) {
    const list = await listForChange(context, await listOfPriority(context.db, priorityId))
    let name = ''
    await changeList(context, list, from, (current) => {
      name = found(current.find((each) => each.id === priorityId)).title
      return current.filter((each) => each.id !== priorityId)
    })
    return { unitId: list.list.unitId, listId: list.list.id, name }
  },
})
