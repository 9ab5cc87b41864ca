import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { listForChange } from '../../store/priorities/change-list.ts'
import { listId, priorityWriters } from './priority-shapes.ts'

/** Gives a list its last day, or an earlier one than it had. What it said and what carried it is kept. */
export const endPriorityList = writeOperation({
  name: 'end-priority-list',
  summary: 'Give a list of priorities its last day, or an earlier one; what it said is kept.',
  route: 'POST /priority-lists/{listId}/end',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({ listId, lastDay: z.iso.date() }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({ listId: organisation.priorityListId, lastDay: '2027-12-30' }),
  audit: (input, output) => ({
    kind: 'priorityList',
    id: input.listId,
    unitId: output.unitId,
    detail: { name: output.name, lastDay: input.lastDay },
  }),
  async run(context, input) {
    const { list, records } = await listForChange(context, input.listId)
    if (list.validTo !== null && input.lastDay >= list.validTo) {
      throw new Problem('notPossibleNow', {
        detail: 'priorityList.endsAlready',
        params: { day: list.validTo },
      })
    }
    if (input.lastDay < list.validFrom) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['lastDay'], message: 'priorityList.endsFirst' }],
      })
    }
    if (records.some((record) => record.validFrom > input.lastDay)) {
      throw new Problem('notPossibleNow', { detail: 'priority.changedLater' })
    }
    await context.db
      .updateTable('organisation.priority_list')
      .set({ valid_to: input.lastDay })
      .where('id', '=', list.id)
      .execute()
    return { unitId: list.unitId, name: list.title }
  },
})
