import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { personsIn } from '../persons-in.ts'

/** Records that were put together, the latest first. */
export const listMerges = personalReadOperation({
  name: 'list-merges',
  summary: 'Records that were put together and can be taken apart, the latest first.',
  route: 'GET /people/merges',
  policy: registrarPolicy,
  input: z.object({ limit: z.int().min(1).max(200).default(20) }),
  output: z.object({
    merges: z.array(
      z.object({
        mergeId: z.uuid(),
        keptPersonId: z.uuid(),
        keptName: z.string(),
        otherName: z.string(),
        mergedAt: z.iso.datetime(),
        mergedBy: z.string(),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, { merges }) => ({
    kind: 'person',
    id: null,
    aboutPersonIds: personsIn(merges),
    detail: { count: merges.length },
  }),
  async run({ db }, { limit }) {
    const rows = await db
      .selectFrom('people.person_merge as merge')
      .innerJoin('people.person as kept', (join) =>
        join
          .onRef('kept.organisation_id', '=', 'merge.organisation_id')
          .onRef('kept.id', '=', 'merge.person_id'),
      )
      .innerJoin('people.person as other', (join) =>
        join
          .onRef('other.organisation_id', '=', 'merge.organisation_id')
          .onRef('other.id', '=', 'merge.other_person_id'),
      )
      .select((each) => [
        'merge.id as mergeId',
        'merge.person_id as keptPersonId',
        each.fn<string>('concat_ws', [each.val(' '), 'kept.given_name', 'kept.family_name']).as('keptName'),
        each
          .fn<string>('concat_ws', [each.val(' '), 'other.given_name', 'other.family_name'])
          .as('otherName'),
        'merge.merged_at as mergedAt',
        'merge.merged_by_name as mergedBy',
      ])
      .where('merge.unmerged_at', 'is', null)
      .where('kept.merged_into', 'is', null)
      .where('kept.erased_at', 'is', null)
      .orderBy('merge.merged_at', 'desc')
      .orderBy('merge.id', 'desc')
      .limit(limit)
      .execute()
    return { merges: rows.map((row) => ({ ...row, mergedAt: row.mergedAt.toISOString() })) }
  },
})
