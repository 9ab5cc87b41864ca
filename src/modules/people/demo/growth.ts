import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { setSeat } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { recordFigure } from '../operations/growth/record-figure.ts'
import { setDelegateRule } from '../operations/growth/set-delegate-rule.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/** Members at the ends of years before the register, as an invented annual report printed them. */
const members = { 1976: '602', 1985: '511', 1994: '388', 2003: '361', 2012: '341', 2018: '318', 2023: '305' }

/** Gives the invented district figures from before its register, and rules for the delegates of its assembly. */
export async function loadGrowthDemo(
  call: Call,
  owner: Kysely<Tables>,
  { organisationId, unitId }: { organisationId: string; unitId: string },
): Promise<void> {
  for (const [year, printed] of Object.entries(members)) {
    await call(recordFigure, {
      unitId,
      measure: 'members',
      day: `${year}-12-31`,
      printed,
      source: `Verksamhetsberättelsen ${year}`,
    })
  }
  for (const [day, printed] of [
    ['1991-09-15', '14'],
    ['2006-09-17', '19'],
  ] as const) {
    await call(recordFigure, { unitId, measure: 'seats', day, printed, source: 'Jubileumsskriften' })
  }
  const assembly = await owner
    .selectFrom('organisation.body')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'representativeAssembly')
    .executeTakeFirst()
  if (!assembly) return
  const rule = { bodyId: assembly.id, unitKind: 'association' }
  await call(setDelegateRule, {
    ...rule,
    rule: { method: 'perStarted', membersPerSeat: 25, least: 1 },
    from: '2024-01-01',
    decision: 'Distriktsårsmötet 2024 § 21',
  })
  await call(setDelegateRule, {
    ...rule,
    rule: { method: 'oddNumber', totalSeats: 41, least: 2 },
    from: '2026-01-01',
    decision: 'Distriktsårsmötet 2025 § 19',
  })
  const associations = await owner
    .selectFrom('organisation.unit')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'association')
    .where('valid_to', 'is', null)
    .orderBy('slug')
    .limit(3)
    .execute()
  for (const { id } of associations) {
    const seat = { bodyId: assembly.id, referenceUnitId: id, from: '2026-01-01' }
    await call(setSeat, { ...seat, roleKind: 'ordinary', number: 6, title: 'Ombud' })
    await call(setSeat, { ...seat, roleKind: 'substitute', number: 2, title: 'Ersättare' })
  }
}
