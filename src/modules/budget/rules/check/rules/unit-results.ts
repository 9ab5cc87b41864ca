import { rule, type Rule } from '../rule.ts'
import { matchUnits } from '../unit-matching.ts'
import { equalInYears } from './equal.ts'

/** A unit's result is the result required of it. */
export const unitRequirement: Rule = rule({
  id: 'unitResults.requirement',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    matchUnits(context).flatMap(({ view, requirement }) => {
      const result = view.byRole.get('unitResult')?.[0]
      return result && requirement ? equalInYears(context, unitRequirement, result, requirement) : []
    }),
})
