import type { Visit } from '#web/request-context.ts'
import { listPersons } from '../operations/persons/list-persons.ts'

/** Has this visitor a register to read? For showing the way there; each page asks again. */
export function mayReadRegister(visit: Visit): boolean {
  return visit.may(listPersons)
}
