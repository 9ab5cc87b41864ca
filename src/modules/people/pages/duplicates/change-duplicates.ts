import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { cancelDuplicateSearch } from '../../operations/duplicates/cancel-duplicate-search.ts'
import { findDuplicates } from '../../operations/duplicates/find-duplicates.ts'
import { unmergePersons } from '../../operations/duplicates/unmerge-persons.ts'

/** The forms of the list: look now, stop looking, take a merge apart. */
export async function changeDuplicates({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  return orFormProblem(visit, peopleTexts, form, async () => {
    switch (form.get('change')) {
      case 'unmerge':
        // What could not be as it was is told on the answer's own page.
        return { apart: await visit.call(unmergePersons, { mergeId: String(form.get('mergeId') ?? '') }) }
      case 'cancel':
        await visit.call(cancelDuplicateSearch, {})
        return redirect('/people/duplicates')
      default:
        await visit.call(findDuplicates, {})
        return redirect('/people/duplicates?done=look')
    }
  })
}
