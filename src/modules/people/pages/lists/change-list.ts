import { redirect, type ActionFunctionArgs } from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { addListMember } from '../../operations/lists/add-list-member.ts'
import { archiveList } from '../../operations/lists/archive-list.ts'
import { freezeList } from '../../operations/lists/freeze-list.ts'
import { removeListMember } from '../../operations/lists/remove-list-member.ts'
import { shareList } from '../../operations/lists/share-list.ts'

/** What can be done on a list's page, each by a form of its own. */
export const listChanges = ['freeze', 'add', 'remove', 'share', 'unshare', 'archive', 'unarchive'] as const
export type ListChange = (typeof listChanges)[number]

/** Carries out one of the forms of a list's page and leads back to it. */
export async function changeList({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const listId = params['list'] ?? ''
  const personId = String(form.get('personId') ?? '')
  const change = listChanges.find((each) => each === form.get('change'))
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    switch (change) {
      case 'freeze':
        await visit.call(freezeList, { listId })
        break
      case 'add':
        await visit.call(addListMember, { listId, personId })
        break
      case 'remove':
        await visit.call(removeListMember, { listId, personId })
        break
      case 'share':
      case 'unshare':
        await visit.call(shareList, { listId, shared: change === 'share' })
        break
      case 'archive':
      case 'unarchive':
        await visit.call(archiveList, { listId, archived: change === 'archive' })
        break
      default:
        throw new Problem('malformed')
    }
    return redirect(`/people/lists/${listId}?done=${change}`)
  })
  return answer
}
