import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { setVotingRule } from '../../operations/voting/set-voting-rule.ts'
import { membershipKinds } from '../../rules/membership.ts'

/** Saves a unit's rule, or lets it follow the unit above again. */
export async function changeRule({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const unitId = field('unit')
  return orFormProblem(visit, peopleTexts, form, async () => {
    const { from } = await visit.call(setVotingRule, {
      unitId,
      ...(field('from') ? { from: field('from') } : {}),
      rule:
        field('change') === 'follow'
          ? null
          : {
              kinds: membershipKinds.filter((kind) => form.getAll('kinds').includes(kind)),
              leastDays: Number(field('leastDays')),
              paid: form.has('paid'),
              below: form.has('below'),
              decision: field('decision'),
            },
    })
    return redirect(`/people/voting?unit=${unitId}&asOf=${from}&done`)
  })
}
