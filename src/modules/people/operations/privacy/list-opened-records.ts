import { sql } from 'kysely'
import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'

/** Records of the caller's units that somebody has opened with a reason, the newest first. */
export const listOpenedRecords = personalReadOperation({
  name: 'list-opened-records',
  summary: 'Records of your units that somebody opened with a reason: who, why and until when.',
  route: 'GET /people/opened-records',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'auditor'], secondFactor: true },
  input: z.object({}),
  output: z.object({
    opened: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        name: z.string().nullable().describe('Null when the identity is protected'),
        unitName: z.string(),
        openedByName: z.string(),
        reason: z.string(),
        openedAt: z.date(),
        expiresAt: z.date(),
        closedAt: z.date().nullable(),
        isOpen: z.boolean(),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { opened }) => ({
    kind: 'openedRecords',
    id: null,
    aboutPersonIds: opened.map(({ personId }) => personId),
    detail: { count: opened.length },
  }),
  async run({ db, now }) {
    const rows = await db
      .selectFrom('people.opened_record as opened')
      .innerJoin('organisation.unit as unit', 'unit.id', 'opened.home_unit_id')
      .leftJoin('people.person as person', (join) =>
        join
          .onRef('person.id', '=', 'opened.person_id')
          .on('person.merged_into', 'is', null)
          .on('person.erased_at', 'is', null),
      )
      .select([
        'opened.id',
        'opened.person_id as personId',
        'person.given_name as givenName',
        'person.family_name as familyName',
        'unit.name as unitName',
        'opened.opened_by_name as openedByName',
        'opened.reason',
        'opened.opened_at as openedAt',
        'opened.expires_at as expiresAt',
        'opened.closed_at as closedAt',
      ])
      // What the caller opened elsewhere is not this unit's list.
      .where(sql<boolean>`(kansli.whole_organisation() or opened.home_unit_id = any (kansli.scope()))`)
      .orderBy('opened.opened_at', 'desc')
      .limit(500)
      .execute()
    return {
      opened: rows.map(({ givenName, familyName, ...row }) => ({
        ...row,
        name: givenName === null ? null : `${givenName} ${familyName}`.trim(),
        isOpen: row.closedAt === null && row.expiresAt > now,
      })),
    }
  },
})
