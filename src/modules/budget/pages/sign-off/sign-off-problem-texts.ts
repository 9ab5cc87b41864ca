import { organisationTexts } from '#modules/organisation/index.ts'
import type { ModuleTexts } from '#platform/operations/registry.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { budgetTexts } from '../../messages/budget.ts'

/** What can go wrong on the page: in the budget, or when a body of the organisation is made. */
export const signOffProblemTexts: ModuleTexts = {
  in: (language) => (key, params) =>
    sentence(budgetTexts, language, key, params) ?? organisationTexts.in(language)(key, params),
}
