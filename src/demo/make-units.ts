import type { z } from 'zod'
import { createUnit, insertUnitLayer, mergeUnits, renameUnit } from '#modules/organisation/index.ts'
import type { Operation } from '#platform/operations/operation.ts'

/** Calls an operation as the person at the machine. */
export type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/**
 * Gives the invented district associations with a past: a circle that was put in, two that became one, and one with
 * another name than it had. Nobody has ever lived in these places.
 */
export async function makeUnits(call: Call, districtId: string): Promise<void> {
  const make = async (name: string, kind = 'association') =>
    (await call(createUnit, { parentId: districtId, kind, name, from: '2024-01-01' })).unitId
  const exempelby = await make('Exempelby förening')
  const lillprov = await make('Lillprovs förening')
  const provsjo = await make('Provsjö förening')
  const pahittkoping = await make('Påhittköpings förening')
  const latsasholm = await make('Låtsasholms förening')
  await make('Ängspåhitts förening')
  await make('Intresseföreningen Påhittade böcker', 'interestAssociation')
  await call(insertUnitLayer, {
    unitId: districtId,
    name: 'Exempelskogens krets',
    kind: 'circle',
    below: [exempelby, lillprov, provsjo],
    from: '2024-07-01',
  })
  await call(mergeUnits, { unitId: lillprov, intoUnitId: provsjo, from: '2024-10-01' })
  await call(renameUnit, { unitId: latsasholm, name: 'Låtsasholm och Påhittsund', from: '2025-01-01' })
  await call(createUnit, {
    parentId: pahittkoping,
    kind: 'association',
    name: 'Påhittköpings studentklubb',
    from: '2025-01-01',
  })
}
