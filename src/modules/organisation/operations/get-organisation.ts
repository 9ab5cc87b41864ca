import { z } from 'zod'
import { found } from '#platform/operations/problem.ts'
import { readOperation } from '#platform/operations/operation.ts'

/** The organisation's name and looks: what every page's head shows, also to readers without an account. */
export const getOrganisation = readOperation({
  name: 'get-organisation',
  summary: 'The organisation: its name, address part and accent colour.',
  route: 'GET /organisation',
  policy: { allow: 'everyone' },
  input: z.object({}),
  output: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    accentHue: z.number().int(),
    isDemo: z.boolean(),
  }),
  example: () => ({}),
  async run({ db }) {
    const row = await db.selectFrom('organisation.organisation').selectAll().executeTakeFirst()
    const organisation = found(row)
    return {
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      accentHue: organisation.accent_hue,
      isDemo: organisation.is_demo,
    }
  },
})
