import { listBodies, listUnits } from '#modules/organisation/index.ts'
import { dayAsked } from '#web/as-of/as-of.ts'
import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { listVacancies } from '../../operations/posts/list-vacancies.ts'
import type { ChartUnit } from '../../rules/posts/chart-layout.ts'
import { postsTexts } from './posts-texts.ts'

/** The units of the day an address asks for, with `bodies` in it also what meets in each and how many seats are vacant. */
export async function chartAsked(visit: Visit, request: Request) {
  const asked = dayAsked(request)
  const withBodies = new URL(request.url).searchParams.has('bodies')
  const day = asked ? { asOf: asked } : {}
  const { asOf, units, kinds } = await orProblemPage(visit.call(listUnits, day))
  const t = postsTexts.in(visit.language)
  const words = new Map(kinds.map((kind) => [kind.key, kind.singular]))
  const { bodies } = withBodies ? await orProblemPage(visit.call(listBodies, day)) : { bodies: [] }
  const filled = withBodies ? (await orProblemPage(visit.call(listVacancies, day))).bodies : []
  const vacant = new Map(filled.map((body) => [body.bodyId, body.vacant]))
  const bodiesOf = Map.groupBy(bodies, (body) => body.unitId)
  const tree: (ChartUnit & { kind: string })[] = units.map((unit) => ({
    id: unit.id,
    name: unit.name,
    parentId: unit.parentId,
    depth: unit.depth,
    kind: words.get(unit.kind) ?? unit.kind,
    bodies: (bodiesOf.get(unit.id) ?? []).map(({ id, name, depth }) => {
      const count = vacant.get(id) ?? 0
      return { id, depth, text: count === 0 ? name : `${name} · ${t('vacant', { count })}` }
    }),
  }))
  return { asked, asOf, withBodies, tree }
}
