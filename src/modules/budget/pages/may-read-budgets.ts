import type { Visit } from '#web/request-context.ts'
import { listBooks } from '../operations/list-books.ts'

/** Whether the way to the budgets is shown: who may not read them is not led to a page that says no. */
export function mayReadBudgets(visit: Pick<Visit, 'may'>): boolean {
  return visit.may(listBooks)
}
