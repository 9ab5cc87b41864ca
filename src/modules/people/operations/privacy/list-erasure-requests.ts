import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { protectedPolicy } from '../../people-roles.ts'

/**
 * Requests to be erased, those that wait first. One whose identity is protected is in the list without a name: the
 * right is the same, the name is nobody's to read here.
 */
export const listErasureRequests = personalReadOperation({
  name: 'list-erasure-requests',
  summary: 'Requests to be erased: those that wait, and what became of the others.',
  route: 'GET /people/erasure-requests',
  policy: protectedPolicy,
  input: z.object({}),
  output: z.object({
    requests: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        name: z.string().nullable().describe('Null for one whose identity is protected, and when it is done'),
        unitName: z.string(),
        askedAt: z.date(),
        dueAt: z.date().describe('A month after it was asked (GDPR art. 12.3)'),
        message: z.string(),
        state: z.enum(['asked', 'refused', 'done', 'withdrawn']),
        decidedAt: z.date().nullable(),
        decidedByName: z.string(),
        reason: z.string(),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { requests }) => ({
    kind: 'erasureRequests',
    id: null,
    aboutPersonIds: requests.map(({ personId }) => personId),
    detail: { count: requests.length },
  }),
  async run({ db }) {
    const rows = await db
      .selectFrom('people.erasure_request as request')
      .innerJoin('organisation.unit as unit', 'unit.id', 'request.home_unit_id')
      .select([
        'request.id',
        'request.person_id as personId',
        'request.asked_by_name as name',
        'request.protected',
        'unit.name as unitName',
        'request.asked_at as askedAt',
        'request.message',
        'request.state',
        'request.decided_at as decidedAt',
        'request.decided_by_name as decidedByName',
        'request.reason',
      ])
      .orderBy((order) => order.case().when('request.state', '=', 'asked').then(0).else(1).end())
      .orderBy('request.asked_at', 'desc')
      .limit(500)
      .execute()
    return {
      requests: rows.map(({ protected: isProtected, name, message, ...row }) => ({
        ...row,
        name: isProtected || name === '' ? null : name,
        message: isProtected ? '' : message,
        state: row.state as 'asked',
        dueAt: monthAfter(row.askedAt),
      })),
    }
  },
})

function monthAfter(at: Date): Date {
  const due = new Date(at)
  due.setUTCMonth(due.getUTCMonth() + 1)
  return due
}
