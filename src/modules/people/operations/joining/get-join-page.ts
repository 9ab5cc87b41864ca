import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { pageStates, homeWays } from '../../rules/joining/join-page.ts'
import { joinPageBySlug } from '../../store/joining/join-pages.ts'
import { homeChoices, readJoinUnits } from '../../store/joining/units.ts'
import { currentWordings } from '../../store/joining/wordings.ts'
import { pageSlug, shownUnit } from './shapes.ts'

/** What a join page says, and what is asked there. */
export const getJoinPage = readOperation({
  name: 'get-join-page',
  summary: 'A public page to join through: what it says and what is asked.',
  route: 'GET /join/{page}',
  policy: { allow: 'everyone' },
  input: z.object({ page: pageSlug }),
  output: z.object({
    slug: z.string(),
    title: z.string(),
    words: z.string(),
    state: z.enum(pageStates),
    opensOn: z.string(),
    unitName: z.string(),
    homeUnitName: z.string(),
    extraUnitName: z.string().nullable(),
    home: z.enum(homeWays),
    units: z.array(shownUnit).describe('What the joiner chooses among'),
    wordings: z.array(z.object({ id: z.uuid(), swedish: z.string(), english: z.string() })),
  }),
  example: ({ joining }) => ({ page: joining.pageSlug }),
  async run({ db, now }, { page: slug }) {
    const day = today(now)
    const page = await joinPageBySlug(db, slug, day)
    const units = await readJoinUnits(db, day)
    const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null
    const wordings = await currentWordings(db, day)
    return {
      slug,
      title: page.title,
      words: page.words,
      state: page.state,
      opensOn: page.opensOn,
      unitName: nameOf(page.unitId) ?? '',
      homeUnitName: nameOf(page.homeUnitId) ?? '',
      extraUnitName: nameOf(page.extraUnitId),
      home: page.home,
      units: page.home === 'chosen' ? homeChoices(units, page.homeUnitId) : [],
      wordings: wordings.filter(({ purpose }) => page.purposes.includes(purpose)),
    }
  },
})
