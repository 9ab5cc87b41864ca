import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { publicationSlug } from './publication-shapes.ts'

/** Every budget the organisation has published, by its latest edition; for everybody. */
export const listPublishedBudgets = readOperation({
  name: 'list-published-budgets',
  summary: 'The budgets that are published, each by its latest edition.',
  route: 'GET /public/budgets',
  policy: { allow: 'everyone' },
  input: z.object({}),
  output: z.object({
    budgets: z.array(
      z.object({
        slug: publicationSlug,
        title: z.string(),
        versionName: z.string(),
        edition: z.number().int(),
        publishedAt: z.iso.datetime(),
        withdrawn: z.boolean(),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db }) {
    const editions = await db
      .selectFrom('budget.publication')
      .select(['slug', 'title', 'version_name', 'edition', 'published_at', 'withdrawn_at'])
      .orderBy('published_at', 'desc')
      .orderBy('edition', 'desc')
      .execute()
    const latest = editions.filter(
      (each, at) => editions.findIndex((other) => other.slug === each.slug) === at,
    )
    return {
      budgets: latest.map((each) => ({
        slug: each.slug,
        title: each.title,
        versionName: each.version_name,
        edition: each.edition,
        publishedAt: each.published_at.toISOString(),
        withdrawn: each.withdrawn_at !== null,
      })),
    }
  },
})
