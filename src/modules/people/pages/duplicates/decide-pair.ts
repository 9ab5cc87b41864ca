import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { dismissDuplicate } from '../../operations/duplicates/dismiss-duplicate.ts'
import { getDuplicate } from '../../operations/duplicates/get-duplicate.ts'
import { mergePersons } from '../../operations/duplicates/merge-persons.ts'
import type { ContactChoice, SingleChoice } from '../../rules/duplicates/choices.ts'
import { comparedFields } from './compare-fields.ts'

/** The forms of a pair's page: put the two together with the values that were chosen, or say that they are two persons. */
export async function decidePair({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const pairId = params['pair'] ?? ''
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (form.get('change') === 'dismiss') {
      await visit.call(dismissDuplicate, { pairId })
      return redirect('/people/duplicates?done=dismiss')
    }
    const { first, second } = await visit.call(getDuplicate, { pairId })
    const stays = form.get('stays') === 'second' ? 'second' : 'first'
    const side = (chosen: string) => (chosen === stays ? ('kept' as const) : ('other' as const))
    const fields = new Map(comparedFields(first, second).map((compared) => [compared.field, compared]))
    /** What was chosen; where there was no choice, the one that has a value. */
    const single = (field: SingleChoice | ContactChoice) => {
      const compared = fields.get(field)!
      const chosen = form.get(field)
      if (compared.isChoice && (chosen === 'first' || chosen === 'second')) return side(chosen)
      return compared[stays].length > 0 ? ('kept' as const) : ('other' as const)
    }
    const several = (field: ContactChoice) => {
      const compared = fields.get(field)!
      return !compared.isChoice || form.get(field) === 'both' ? ('both' as const) : single(field)
    }
    const [kept, other] = stays === 'first' ? [first, second] : [second, first]
    const { mergeId } = await visit.call(mergePersons, {
      keptPersonId: kept.id,
      otherPersonId: other.id,
      choices: {
        name: single('name'),
        birthDate: single('birthDate'),
        personalNumber: single('personalNumber'),
        homeUnit: single('homeUnit'),
        language: single('language'),
        email: several('email'),
        phone: several('phone'),
        address: single('address'),
      },
    })
    return redirect(`/people/duplicates?merged=${mergeId}`)
  })
}
