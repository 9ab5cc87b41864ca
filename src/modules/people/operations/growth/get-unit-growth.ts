import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registerReaders } from '../../people-roles.ts'
import { highestSince, periodEnds, type Point } from '../../rules/growth/series.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { hiddenCounts } from '../../rules/small-counts.ts'
import { readParties } from '../../store/elections/parties.ts'
import { readElections, readResultRows } from '../../store/elections/read-elections.ts'
import { readEnteredFigures, type EnteredFigure } from '../../store/growth/entered-figures.ts'
import { memberHistory } from '../../store/growth/member-history.ts'
import { unitsBeside } from '../../store/growth/units-beside.ts'
import { day, growthReaders, highestSinceShape } from './growth-shapes.ts'

const entered = z.object({
  id: z.uuid(),
  day,
  value: z.number().int(),
  printed: z.string(),
  source: z.string(),
})
const voterPoint = z.object({
  day,
  electionId: z.uuid().nullable(),
  votes: z.number().int().nullable(),
  percent: z.string().nullable(),
  seats: z.number().int().nullable(),
  /** Figures that were written down by hand, with their sources. */
  entered: z.array(entered.extend({ measure: z.enum(['votes', 'seats']) })),
})

/**
 * The long lines of a unit: its members at the end of each year or month as the register tells them, beside figures from before
 * the register; and the votes and seats of our own party in the bodies that the unit answers for. A figure that was written down
 * stands before one that is counted for the same period; both are told.
 */
export const getUnitGrowth = readOperation({
  name: 'get-unit-growth',
  summary: 'A unit’s members at the end of each year or month, with older figures, and votes and seats.',
  route: 'GET /people/growth/{unitId}',
  policy: growthReaders,
  input: z.object({
    unitId: z.uuid(),
    by: z.enum(['year', 'month']).default('year'),
    asOf: day.optional().describe('The last day; today when it is left out'),
  }),
  output: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    asOf: day,
    points: z.array(
      z.object({
        period: z.string().describe('A year, or a month as YYYY-MM'),
        day,
        /** What the register tells; null before it, and where it is kept back. */
        counted: z.number().int().nullable(),
        hidden: z.enum(['small', 'beside']).nullable(),
        entered: entered.nullable(),
        value: z.number().int().nullable(),
      }),
    ),
    highest: highestSinceShape.describe('How far back the latest number of members was as high'),
    bodies: z.array(
      z.object({
        name: z.string(),
        points: z.array(voterPoint),
        highestVotes: highestSinceShape,
        highestSeats: highestSinceShape,
      }),
    ),
    ownParty: z.string().nullable(),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  async run({ db, now, actor }, { unitId, by, asOf }) {
    const unit = found(
      await db
        .selectFrom('organisation.unit')
        .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
        .where('id', '=', unitId)
        .executeTakeFirst(),
    )
    const thisDay = asOf ?? today(now)
    const last = unit.validTo !== null && unit.validTo < thisDay ? unit.validTo : thisDay
    const figures = (await readEnteredFigures(db, unitId)).filter((figure) => figure.day <= last)
    const days = periodEnds(unit.validFrom, last, by)
    const knows = rolesIn(actor, [unitId]).some((role) =>
      (registerReaders as readonly string[]).includes(role),
    )
    const beside = knows ? [unitId] : await unitsBeside(db, unitId)
    const counts = Map.groupBy(await memberHistory(db, beside, days), (each) => each.day)
    const periodOf = (of: string) => of.slice(0, by === 'year' ? 4 : 7)
    const points = new Map<string, PointShown>()
    for (const end of days) {
      const then = counts.get(end) ?? []
      const count = then.find((each) => each.unitId === unitId)?.members ?? 0
      const small = hiddenCounts(
        then.map((each) => ({ unitId: each.unitId, parentId: 'one', count: each.members })),
      )
      const hidden = knows ? null : (small.get(unitId) ?? null)
      const counted = hidden ? null : count
      points.set(periodOf(end), {
        period: periodOf(end),
        day: end,
        counted,
        hidden,
        entered: null,
        value: counted,
      })
    }
    for (const figure of figures.filter(({ measure }) => measure === 'members')) {
      const period = periodOf(figure.day)
      const own = points.get(period)
      // The latest of a period stands for it.
      points.set(period, {
        period,
        day: own?.counted === undefined ? figure.day : own.day,
        counted: own?.counted ?? null,
        hidden: own?.hidden ?? null,
        entered: figure,
        value: figure.value,
      })
    }
    const inOrder = [...points.values()].toSorted((one, other) => (one.period < other.period ? -1 : 1))
    const known = inOrder.flatMap((point) =>
      point.value === null ? [] : [{ day: point.day, value: point.value }],
    )
    const parties = await readParties(db)
    const own = parties.find((party) => party.own) ?? null
    return {
      unit: { id: unit.id, name: unit.name },
      asOf: last,
      points: inOrder,
      highest: highestSince(known, known.at(-1)?.day ?? ''),
      bodies: await votersOf(db, unitId, last, own?.id ?? null, figures),
      ownParty: own?.name ?? null,
    }
  },
})

type Reading = Parameters<typeof readElections>[0]
type PointShown = {
  period: string
  day: string
  counted: number | null
  hidden: 'small' | 'beside' | null
  entered: EnteredFigure | null
  value: number | null
}

/** Votes and seats of a party, body by body; figures by hand stand with the only body there is, or by themselves. */
async function votersOf(
  db: Reading,
  unitId: string,
  last: string,
  partyId: string | null,
  figures: readonly EnteredFigure[],
) {
  const elections = (await readElections(db, { unitIds: [unitId] })).filter(
    (election) => election.day <= last,
  )
  const rows = await readResultRows(
    db,
    elections.map(({ id }) => id),
  )
  const groups = new Map<string, { name: string; points: z.input<typeof voterPoint>[] }>()
  for (const election of elections.toReversed()) {
    const row = rows.find((each) => each.electionId === election.id && each.partyId === partyId && partyId)
    if (!row) continue
    const name = [election.bodyName, election.areaName].filter(Boolean).join(', ')
    const group = groups.get(election.publicBodyId) ?? { name, points: [] }
    group.points.push({
      day: election.day,
      electionId: election.id,
      votes: row.votes.value,
      percent: row.percent.value,
      seats: row.seats.value,
      entered: [],
    })
    groups.set(election.publicBodyId, group)
  }
  const byHand = figures.flatMap(({ measure, ...figure }) =>
    measure === 'members' ? [] : [{ ...figure, measure }],
  )
  if (byHand.length > 0) {
    const only = groups.size === 1 ? [...groups.keys()][0]! : ''
    const group = groups.get(only) ?? { name: '', points: [] }
    for (const [when, all] of Map.groupBy(byHand, (figure) => figure.day)) {
      const there = group.points.find((point) => point.day === when)
      const value = (measure: string) => all.find((figure) => figure.measure === measure)?.value ?? null
      if (there) there.entered.push(...all)
      else {
        group.points.push({
          day: when,
          electionId: null,
          votes: value('votes'),
          percent: null,
          seats: value('seats'),
          entered: all,
        })
      }
    }
    groups.set(only, group)
  }
  return [...groups.values()].map(({ name, points }) => {
    const inOrder = points.toSorted((one, other) => (one.day < other.day ? -1 : 1))
    const line = (of: (point: z.input<typeof voterPoint>) => number | null): Point[] =>
      inOrder.flatMap((point) => {
        const value = of(point)
        return value === null ? [] : [{ day: point.day, value }]
      })
    const latest = inOrder.at(-1)!.day
    return {
      name,
      points: inOrder,
      highestVotes: highestSince(
        line((point) => point.votes),
        latest,
      ),
      highestSeats: highestSince(
        line((point) => point.seats),
        latest,
      ),
    }
  })
}
