import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { addPriority } from '../../operations/priorities/add-priority.ts'
import { adoptPriorityList } from '../../operations/priorities/adopt-priority-list.ts'
import { endPriorityList } from '../../operations/priorities/end-priority-list.ts'
import { reorderPriorities } from '../../operations/priorities/reorder-priorities.ts'
import { movedBy } from '../../rules/priorities/order.ts'
import { formFields } from '#web/form-fields.ts'
import { listAddress } from './addresses.ts'
import { orderWritten } from './order-written.ts'

/** What a form has done when its page is shown again. */
export const listChanges = ['created', 'added', 'order', 'adopted', 'ended', 'removed'] as const

/** The forms of a list's page: carries one out and leads back, after a step to the priority that took it. */
export async function changeListPage({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const listId = params['list'] ?? ''
  const here = listAddress(listId)
  const { field, day } = formFields(form)
  const change = field('change')
  return orFormProblem(visit, organisationTexts, form, async () => {
    switch (change) {
      case 'up':
      case 'down': {
        const id = field('priorityId')
        // The order that was seen: when somebody has changed it meanwhile, that is said.
        const order = movedBy(field('order').split(' '), id, change === 'up' ? -1 : 1)
        if (order) await visit.call(reorderPriorities, { listId, priorityIds: order })
        return redirect(`${here}?done=order#p-${id}`)
      }
      case 'order':
        await visit.call(reorderPriorities, { listId, priorityIds: orderWritten(form), ...day('from') })
        return redirect(`${here}?done=order`)
      case 'adopted':
        await visit.call(adoptPriorityList, {
          listId,
          bodyId: field('bodyId'),
          day: field('day'),
          decision: field('decision'),
        })
        return redirect(`${here}?done=adopted`)
      case 'ended':
        await visit.call(endPriorityList, { listId, lastDay: field('lastDay') })
        return redirect(`${here}?done=ended`)
      default: {
        const rank = field('rank')
        await visit.call(addPriority, {
          listId,
          title: field('title'),
          why: field('why'),
          ...(rank ? { rank: Number(rank) } : {}),
          ...day('from'),
        })
        return redirect(`${here}?done=added`)
      }
    }
  })
}
