import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { freeSlug } from '#platform/slug.ts'
import { pageColumns } from '../../store/joining/save-page.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { pagePolicy, pageTerms } from './shapes.ts'

/** Makes a page that anybody may join through. Its address never changes, because it is printed on paper. */
export const createJoinPage = writeOperation({
  name: 'create-join-page',
  summary: 'Create a public page to join a unit through.',
  route: 'POST /people/join-pages',
  policy: pagePolicy,
  input: z.object({ unitId: z.uuid(), ...pageTerms }),
  output: z.object({ pageId: z.uuid(), slug: z.string() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    title: 'Bli medlem hos oss',
    home: 'set' as const,
    homeUnitId: organisation.unitId,
    source: 'webben',
  }),
  audit: (input, output) => ({
    kind: 'joinPage',
    id: output.pageId,
    unitId: input.unitId,
    detail: { title: input.title },
  }),
  async run(context, { unitId, ...terms }) {
    const { db, now, organisationId } = context
    requireReach(context, unitId)
    const columns = await pageColumns(context, terms)
    const taken = await db.selectFrom('people.join_page').select('slug').execute()
    const slug = freeSlug(terms.title, new Set(taken.map((page) => page.slug)))
    const pageId = newId()
    await db
      .insertInto('people.join_page')
      .values({
        organisation_id: organisationId,
        id: pageId,
        unit_id: unitId,
        slug,
        ...columns,
        created_at: now,
        created_by_name: actorName(context).name,
      })
      .execute()
    return { pageId, slug }
  },
})
