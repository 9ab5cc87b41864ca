import type { Visit } from '#web/request-context.ts'
import { listDuplicates } from '../../operations/duplicates/list-duplicates.ts'
import { listPeopleImports } from '../../operations/imports/list-people-imports.ts'
import { listWelcomeTasks } from '../../operations/joining/list-welcome-tasks.ts'
import { listLists } from '../../operations/lists/list-lists.ts'
import { listPersons } from '../../operations/persons/list-persons.ts'
import { createTag } from '../../operations/persons/create-tag.ts'
import { countMembers } from '../../operations/persons/count-members.ts'
import { listErasureRequests } from '../../operations/privacy/list-erasure-requests.ts'
import { listProtectedPersons } from '../../operations/persons/list-protected-persons.ts'
import { searchSkills } from '../../operations/persons/search-skills.ts'
import type { RegisterPart } from './register-links.tsx'

/** The parts of the register that this visitor may open. */
export function registerParts(visit: Visit): RegisterPart[] {
  const may: [RegisterPart, boolean][] = [
    ['register', visit.may(listPersons)],
    ['lists', visit.may(listLists)],
    ['joining', visit.may(listWelcomeTasks)],
    ['imports', visit.may(listPeopleImports)],
    ['members', visit.may(countMembers)],
    ['skills', visit.may(searchSkills)],
    ['duplicates', visit.may(listDuplicates)],
    ['protected', visit.may(listProtectedPersons)],
    ['privacy', visit.may(listErasureRequests)],
    ['settings', visit.may(createTag)],
  ]
  return may.flatMap(([part, allowed]) => (allowed ? [part] : []))
}
