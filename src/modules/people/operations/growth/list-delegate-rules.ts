import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { bodyWithRules } from '../../store/growth/body-with-rules.ts'
import { bodiesOn } from '#modules/organisation/index.ts'
import { countReaders, day } from './growth-shapes.ts'

const number = z.number().int()

/** The rules for a body's delegates through the years, the earliest first, and which kinds of units there are to choose from. */
export const listDelegateRules = readOperation({
  name: 'list-delegate-rules',
  summary: 'The dated rules for how many delegates each unit sends to a body.',
  route: 'GET /people/bodies/{bodyId}/delegate-rules',
  policy: countReaders,
  input: z.object({ bodyId: z.uuid() }),
  output: z.object({
    bodyName: z.string(),
    unitId: z.uuid(),
    today: day,
    rules: z.array(
      z.object({
        id: z.uuid(),
        method: z.enum(['perStarted', 'largestRemainder', 'oddNumber']),
        membersPerSeat: number.nullable(),
        totalSeats: number.nullable(),
        least: number,
        unitKind: z.string(),
        decision: z.string(),
        validFrom: day,
        validTo: day.nullable(),
      }),
    ),
    unitKinds: z.array(z.object({ key: z.string(), plural: z.string() })),
  }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId }),
  async run(context, { bodyId }) {
    const { records, body, rules } = await bodyWithRules(context, bodyId)
    const thisDay = today(context.now)
    const then = body.validTo !== null && body.validTo < thisDay ? body.validTo : thisDay
    const named =
      bodiesOn(records, then).find(({ id }) => id === bodyId) ??
      found(records.facts.find((fact) => fact.bodyId === bodyId))
    return {
      bodyName: named.name,
      unitId: body.unitId,
      today: thisDay,
      rules: rules.map((rule) => ({
        ...rule,
        membersPerSeat: rule.method === 'perStarted' ? rule.membersPerSeat : null,
        totalSeats: rule.method === 'perStarted' ? null : rule.totalSeats,
      })),
      unitKinds: await context.db
        .selectFrom('organisation.unit_kind')
        .select(['key', 'plural'])
        .orderBy('position')
        .orderBy('key')
        .execute(),
    }
  },
})
