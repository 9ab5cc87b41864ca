import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registerPolicy } from '../../people-roles.ts'
import { daysAfter } from '../../rules/days.ts'
import { cohortOf, journeySteps, stepsReached, type Journey } from '../../rules/joining/journey.ts'
import { shownCount } from '../../rules/small-counts.ts'
import { readJourneys } from '../../store/joining/read-journeys.ts'
import { readJoinUnits, upwardsFrom } from '../../store/joining/units.ts'
import { day, shownUnit } from './shapes.ts'

/** Two years: as long as it takes to be somebody's substitute. */
const usualDays = 730

const step = z.object({
  step: z.enum(journeySteps),
  reached: z.int().nullable().describe('Null when they are too few to be told'),
  sinceJoining: z.number().nullable().describe('Days in the middle since they joined'),
  sinceBefore: z.number().nullable().describe('Days in the middle since the step before'),
})
const group = z.object({
  name: z.string(),
  joined: z.int().nullable().describe('Null when they are too few to be told'),
  steps: z.array(step),
})

/** How far those who joined in a time have come, from application to first post, and how long it took: for all, by unit, by cohort. */
export const getMemberJourney = readOperation({
  name: 'get-member-journey',
  summary: 'How far new members have come, from application to first post, and how many days each step took.',
  route: 'GET /people/journey',
  policy: registerPolicy,
  input: z
    .object({
      unitId: z.uuid().optional().describe('Joined in this unit or those below it'),
      from: day.optional(),
      to: day.optional(),
      by: z.enum(['year', 'quarter']).default('quarter'),
    })
    .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'recruitment.period' }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    joined: z.int().nullable().describe('Null when they are too few to be told'),
    steps: z.array(step),
    units: z.array(group),
    cohorts: z.array(group),
    choices: z.array(shownUnit),
  }),
  example: () => ({}),
  async run(context, { unitId, by, ...asked }) {
    const { db, now, scope } = context
    const to = asked.to ?? today(now)
    const from = asked.from ?? daysAfter(to, -usualDays)
    const all = await readJoinUnits(db, today(now))
    const own = all.filter(({ id }) => scope === 'organisation' || scope.includes(id))
    if (unitId) found(own.find(({ id }) => id === unitId))
    const unitIds = own
      .filter(({ id }) => !unitId || upwardsFrom(all, id).includes(unitId))
      .map(({ id }) => id)
    const journeys = await readJourneys(context, { unitIds, from, to })
    const names = new Map(own.map(({ id, name }) => [id, name]))
    return {
      from,
      to,
      joined: shownCount(journeys.length),
      steps: stepsReached(journeys),
      units: groupsOf(journeys, (each) => names.get(each.unitId) ?? ''),
      cohorts: groupsOf(journeys, (each) => cohortOf(each, by)),
      choices: own,
    }
  },
})

function groupsOf(journeys: readonly Journey[], nameOf: (journey: Journey) => string) {
  return [...Map.groupBy(journeys, nameOf)]
    .map(([name, there]) => ({
      name,
      joined: shownCount(there.length),
      steps: stepsReached(there),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}
