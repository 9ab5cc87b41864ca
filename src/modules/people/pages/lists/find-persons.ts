import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { listPersons } from '../../operations/persons/list-persons.ts'

/** A few persons found by words, to choose among. */
export async function findPersons(visit: Visit, words: string): Promise<{ id: string; name: string }[]> {
  const { persons } = await orProblemPage(visit.call(listPersons, { words, limit: 10 }))
  return persons.map(({ id, givenName, familyName, homeUnit }) => ({
    id,
    name: `${`${givenName} ${familyName}`.trim()}, ${homeUnit.name}`,
  }))
}
