import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { readJoinPages } from '../../store/joining/join-pages.ts'
import { readJoinUnits } from '../../store/joining/units.ts'
import { currentWordings } from '../../store/joining/wordings.ts'
import { pagePolicy, shownPage, shownUnit } from './shapes.ts'

/** The join pages of the caller's units, and what a new one may be made of. */
export const listJoinPages = readOperation({
  name: 'list-join-pages',
  summary: "The join pages of the caller's units, and what a new one may be made of.",
  route: 'GET /people/join-pages',
  policy: pagePolicy,
  input: z.object({ pageId: z.uuid().optional().describe('Only this one') }),
  output: z.object({
    pages: z.array(shownPage),
    units: z.array(shownUnit).describe('Units that a page may lead to'),
    ownUnitIds: z.array(z.uuid()).describe('Those among them that the caller may make a page for'),
    purposes: z.array(z.object({ purpose: z.string(), swedish: z.string(), english: z.string() })),
  }),
  example: ({ joining }) => ({ pageId: joining.pageId }),
  async run({ db, now, scope, organisationId, services }, { pageId }) {
    const day = today(now)
    const everywhere = scope === 'organisation'
    const pages = await readJoinPages(db, day, {
      ...(everywhere ? {} : { unitIds: scope }),
      ...(pageId ? { id: pageId } : {}),
    })
    const units = await readJoinUnits(db, day)
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const { slug } = await db
      .selectFrom('organisation.organisation')
      .select('slug')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const isAsked = pageId === undefined || pages.length > 0
    return {
      pages: pages.map(({ isClosed: _, ...page }) => ({
        ...page,
        unitName: names.get(page.unitId) ?? '',
        link: `${services.publicUrl}/join/${slug}/${page.slug}`,
      })),
      units: isAsked ? units : [],
      ownUnitIds: isAsked
        ? units.filter(({ id }) => everywhere || scope.includes(id)).map(({ id }) => id)
        : [],
      purposes: isAsked
        ? (await currentWordings(db, day)).map(({ purpose, swedish, english }) => ({
            purpose,
            swedish,
            english,
          }))
        : [],
    }
  },
})
