import { createUnit, mergeUnits, moveUnit, renameUnit } from '#modules/organisation/index.ts'
import type { Call } from './make-units.ts'

const circles = [
  'Sagoskogen',
  'Diktdalen',
  'Fabelkusten',
  'Molnslätten',
  'Gåtbergen',
  'Rimsjön',
  'Skrönmon',
  'Drömön',
]
const places = ['Norra', 'Södra', 'Östra', 'Västra', 'Yttre']
const interests = [
  'böcker',
  'cyklar',
  'kolonilotter',
  'körer',
  'segelbåtar',
  'schackpartier',
  'fåglar',
  'spårvagnar',
]

/**
 * Gives the invented district forty associations in eight circles and eight interest associations, with a past: one has
 * another name than it had, one lay in another circle, and one went up in its neighbour.
 */
export async function makeManyUnits(call: Call, districtId: string): Promise<void> {
  const make = async (parentId: string, kind: string, name: string, from = '2024-01-01') =>
    (await call(createUnit, { parentId, kind, name, from })).unitId
  const made: string[][] = []
  const circleIds: string[] = []
  for (const circle of circles) {
    const circleId = await make(districtId, 'circle', `${circle}s krets`)
    circleIds.push(circleId)
    const below: string[] = []
    for (const place of places)
      below.push(await make(circleId, 'association', `${place} ${circle}s förening`))
    made.push(below)
  }
  for (const interest of interests) {
    await make(districtId, 'interestAssociation', `Intresseföreningen Påhittade ${interest}`)
  }
  const gone = await make(circleIds[0]!, 'association', 'Gamla Sagoskogens förening')
  await call(mergeUnits, { unitId: gone, intoUnitId: made[0]![0]!, from: '2024-10-01' })
  await call(renameUnit, { unitId: made[1]![2]!, name: 'Östra Diktdalen och Versholmen', from: '2025-01-01' })
  await call(moveUnit, { unitId: made[2]![4]!, parentId: circleIds[3]!, from: '2025-07-01' })
}
