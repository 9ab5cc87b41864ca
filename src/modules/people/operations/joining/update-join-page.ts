import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { pageColumns } from '../../store/joining/save-page.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { pageId, pagePolicy, pageTerms } from './shapes.ts'

/** Decides otherwise about a join page. What has been applied for stays as it was. */
export const updateJoinPage = writeOperation({
  name: 'update-join-page',
  summary: 'Change what a join page says, where it leads and for how long.',
  route: 'PUT /people/join-pages/{pageId}',
  policy: pagePolicy,
  input: z.object({ pageId, ...pageTerms }),
  output: z.object({ pageId: z.uuid() }),
  example: ({ organisation, joining }) => ({
    pageId: joining.pageId,
    title: 'Bli medlem hos oss',
    home: 'set' as const,
    homeUnitId: organisation.unitId,
    source: 'webben',
  }),
  audit: (input) => ({ kind: 'joinPage', id: input.pageId, detail: { title: input.title } }),
  async run(context, { pageId: id, ...terms }) {
    const { db } = context
    const page = found(
      await db
        .selectFrom('people.join_page')
        .select(['unit_id', 'opens_on'])
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    requireReach(context, page.unit_id)
    const columns = await pageColumns(context, terms, page.opens_on)
    await db.updateTable('people.join_page').set(columns).where('id', '=', id).execute()
    return { pageId: id }
  },
})
