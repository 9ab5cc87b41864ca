import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { listUnits } from '../../operations/list-units.ts'

/** The bodies there are today, unit by unit, each with the words it is chosen by. */
export async function bodyChoices(visit: Visit) {
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const { bodies } = await orProblemPage(visit.call(listBodies, {}))
  return units.flatMap((unit) =>
    bodies
      .filter((body) => body.unitId === unit.id && body.validTo === null)
      .map((body) => ({ id: body.id, unitId: unit.id, label: `${body.name}, ${unit.name}` })),
  )
}
