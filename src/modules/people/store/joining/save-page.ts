import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import type { HomeWay } from '../../rules/joining/join-page.ts'
import { currentWordings } from './wordings.ts'
import { readJoinUnits } from './units.ts'

/** What an organiser decides about a join page. */
export type PageTerms = {
  title: string
  words: string
  home: HomeWay
  homeUnitId: string
  extraUnitId: string | null
  purposes: string[]
  source: string
  target: number | null
  opensOn?: string | undefined
  closesOn: string | null
  maxUses: number | null
}

/**
 * The columns that say what was decided, once it is known to make sense.
 * @param kept the first day that the page has already
 * @throws {Problem} notFound for units that are not there, invalidInput for what does not fit together
 */
export async function pageColumns(
  { db, now }: Pick<OperationContext, 'db' | 'now'>,
  terms: PageTerms,
  kept?: string,
) {
  const day = today(now)
  const units = await readJoinUnits(db, day)
  const home = found(units.find((unit) => unit.id === terms.homeUnitId))
  const extra = terms.extraUnitId && found(units.find((unit) => unit.id === terms.extraUnitId))
  const known = new Set((await currentWordings(db, day)).map(({ purpose }) => purpose))
  const opensOn = terms.opensOn ?? kept ?? day
  const wrong = [
    ...(home.beside ? [{ path: ['homeUnitId'], message: 'joinPage.homeBeside' }] : []),
    ...(extra && extra.id === home.id ? [{ path: ['extraUnitId'], message: 'joinPage.extraIsHome' }] : []),
    ...(terms.closesOn !== null && terms.closesOn < opensOn
      ? [{ path: ['closesOn'], message: 'joinPage.closesFirst' }]
      : []),
    ...(terms.purposes.some((purpose) => !known.has(purpose))
      ? [{ path: ['purposes'], message: 'joinPage.noWording' }]
      : []),
  ]
  if (wrong.length > 0) throw new Problem('invalidInput', { issues: wrong })
  return {
    title: terms.title,
    words: terms.words,
    home: terms.home,
    home_unit_id: terms.homeUnitId,
    extra_unit_id: terms.extraUnitId,
    purposes: terms.purposes,
    source: terms.source,
    target: terms.target,
    opens_on: opensOn,
    closes_on: terms.closesOn,
    max_uses: terms.maxUses,
  }
}
