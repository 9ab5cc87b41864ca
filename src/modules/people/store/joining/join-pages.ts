import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'
import { homeWays, pageState, type HomeWay, type PageState } from '../../rules/joining/join-page.ts'
import { oneOf } from '../persons/one-of.ts'

/** A join page as it is kept, with how many have used it. */
export type JoinPage = {
  id: string
  unitId: string
  slug: string
  title: string
  words: string
  home: HomeWay
  homeUnitId: string
  extraUnitId: string | null
  purposes: string[]
  source: string
  target: number | null
  opensOn: string
  closesOn: string | null
  maxUses: number | null
  isClosed: boolean
  uses: number
  state: PageState
}

/**
 * The join page with this part of the address, as everybody may see it.
 * @param day today, `YYYY-MM-DD`
 * @throws {Problem} notFound
 */
export async function joinPageBySlug(db: Transaction<Tables>, slug: string, day: string): Promise<JoinPage> {
  const [page] = await readJoinPages(db, day, { slug })
  return found(page)
}

/**
 * Join pages, the newest first.
 * @param which one of them, or those of some units; all of them without it
 */
export async function readJoinPages(
  db: Transaction<Tables>,
  day: string,
  which: { slug?: string; id?: string; unitIds?: readonly string[] } = {},
): Promise<JoinPage[]> {
  const rows = await db
    .selectFrom('people.join_page')
    .selectAll()
    .select(sql<number>`people.join_page_uses(id)`.as('uses'))
    .$if(which.slug !== undefined, (query) => query.where('slug', '=', which.slug!))
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id!))
    .$if(which.unitIds !== undefined, (query) => query.where('unit_id', 'in', [...which.unitIds!, noUnit]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => {
    const terms = {
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      maxUses: row.max_uses,
      isClosed: row.closed_at !== null,
    }
    return {
      id: row.id,
      unitId: row.unit_id,
      slug: row.slug,
      title: row.title,
      words: row.words,
      home: oneOf(homeWays, row.home),
      homeUnitId: row.home_unit_id,
      extraUnitId: row.extra_unit_id,
      purposes: row.purposes,
      source: row.source,
      target: row.target,
      ...terms,
      uses: row.uses,
      state: pageState(terms, row.uses, day),
    }
  })
}

/** No list of units is ever empty in a question. */
const noUnit = '00000000-0000-7000-8000-000000000000'
