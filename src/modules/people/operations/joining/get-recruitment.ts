import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registerPolicy } from '../../people-roles.ts'
import { daysAfter, daysBetween, everyDay } from '../../rules/days.ts'
import { growthNeeded, journeyOf, shareInTime, stepsOf } from '../../rules/joining/recruitment.ts'
import { settingOf, usualWelcomeDays } from '../../rules/joining/welcome.ts'
import { registrySteps } from '../../rules/joining/registry-steps.ts'
import { readJoinPages } from '../../store/joining/join-pages.ts'
import { membersOn, readJoinings, readWelcomes } from '../../store/joining/read-recruitment.ts'
import { readRegistryWork } from '../../store/joining/read-registry-work.ts'
import { readSettings } from '../../store/joining/settings.ts'
import { readJoinUnits, upwardsFrom } from '../../store/joining/units.ts'
import { day, shownUnit } from './shapes.ts'

const tally = z.array(z.object({ name: z.string(), joined: z.int() }))
const usualDays = 30
const longestDays = 1100

/** How recruiting goes: who joined when, where, from what and through whom; how they were met; what growth is needed. */
export const getRecruitment = personalReadOperation({
  name: 'get-recruitment',
  summary: 'How many have joined by day, unit, source and referrer, and how they were welcomed.',
  route: 'GET /people/recruitment',
  policy: registerPolicy,
  input: z
    .object({
      unitId: z.uuid().optional().describe('This unit and those below it'),
      pageId: z.uuid().optional().describe('Only those by this join page'),
      from: day.optional(),
      to: day.optional(),
      by: z.enum(['day', 'month']).default('day'),
    })
    .refine(({ from, to }) => !from || !to || (from <= to && daysBetween(from, to) < longestDays), {
      path: ['to'],
      message: 'recruitment.period',
    }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    joined: z.int(),
    target: z.int().nullable(),
    steps: z.array(
      z.object({ period: z.string(), joined: z.int(), total: z.int(), target: z.int().nullable() }),
    ),
    units: z.array(
      z.object({ name: z.string(), joined: z.int(), welcomed: z.int(), inTime: z.number().nullable() }),
    ),
    sources: tally,
    pages: tally,
    referrers: tally,
    members: z.object({ now: z.int(), atStart: z.int(), startDay: z.string() }),
    growth: z
      .object({ target: z.int(), targetDay: z.string(), missing: z.int(), perWeek: z.number() })
      .nullable(),
    journey: z.object({ toApproval: z.number().nullable(), toContact: z.number().nullable() }),
    registry: z
      .object({
        approvals: z.number(),
        byHand: z.int(),
        corrections: z.int(),
        perJoin: z.number().nullable(),
      })
      .describe('Steps by hand that new members cost the register: ten approved in one stroke are one'),
    inTime: z.number().nullable().describe('Share of the welcomes that were made in time, from 0 to 1'),
    welcomeDays: z.int(),
    choices: z.object({
      units: z.array(shownUnit),
      pages: z.array(z.object({ id: z.uuid(), title: z.string() })),
    }),
  }),
  example: () => ({}),
  audit: (input, output) => ({
    kind: 'recruitment',
    id: null,
    ...(input.unitId ? { unitId: input.unitId } : {}),
    detail: { from: output.from, to: output.to },
  }),
  async run(context, input) {
    const { db, now, scope } = context
    const thisDay = today(now)
    const to = input.to ?? thisDay
    const from = input.from ?? daysAfter(to, 1 - usualDays)
    const all = await readJoinUnits(db, thisDay)
    const own = all.filter(({ id }) => scope === 'organisation' || scope.includes(id))
    const { unitId } = input
    if (unitId) found(own.find(({ id }) => id === unitId))
    const below = unitId ? all.filter(({ id }) => upwardsFrom(all, id).includes(unitId)) : own
    const unitIds = unitId || scope !== 'organisation' ? [...below.map(({ id }) => id), noUnit] : null
    const pages = await readJoinPages(db, thisDay, scope === 'organisation' ? {} : { unitIds: scope })
    const page = input.pageId ? found(pages.find(({ id }) => id === input.pageId)) : null
    const question = { unitIds, pageId: page?.id ?? null, from, to }

    const joinings = await readJoinings(db, question)
    const welcomes = await readWelcomes(db, question)
    const work = await readRegistryWork(context, question)
    const settings = await readSettings(db)
    const setting = settingOf(upwardsFrom(all, unitId ?? own[0]?.id ?? ''), settings)
    const startDay = setting?.startDay ?? from
    const members = {
      now: await membersOn(db, unitIds, thisDay),
      atStart: await membersOn(db, unitIds, startDay),
      startDay,
    }
    const target = page?.target ?? null
    const growth = growthNeeded(
      members.now,
      setting?.memberTarget ?? null,
      setting?.targetDay ?? null,
      thisDay,
    )
    const names = new Map(all.map(({ id, name }) => [id, name]))
    return {
      from,
      to,
      joined: joinings.length,
      target,
      steps: stepsOf(
        everyDay(from, to),
        countBy(joinings, (each) => each.day),
        target,
        input.by,
      ),
      units: tallyOf(joinings, (each) => each.unitId, [...new Set(welcomes.map((each) => each.unitId))]).map(
        ({ name: id, joined }) => {
          const there = welcomes.filter((each) => each.unitId === id)
          return {
            name: names.get(id) ?? '',
            joined,
            welcomed: there.filter(({ contactedOn }) => contactedOn !== null).length,
            inTime: shareInTime(there, thisDay),
          }
        },
      ),
      sources: tallyOf(joinings, (each) => each.source),
      pages: tallyOf(joinings, (each) => each.pageTitle),
      referrers: tallyOf(
        joinings.filter(({ referrer }) => referrer !== null),
        (each) => each.referrer ?? '',
      ),
      members,
      growth:
        growth && setting?.memberTarget && setting.targetDay
          ? { target: setting.memberTarget, targetDay: setting.targetDay, ...growth }
          : null,
      journey: journeyOf(
        joinings.map((each) => ({
          day: each.day,
          appliedAt: each.appliedAt.getTime(),
          decidedAt: each.decidedAt.getTime(),
          contactedAt: each.contactedAt?.getTime() ?? null,
        })),
      ),
      registry: { ...registrySteps(work), byHand: work.byHand, corrections: work.corrections },
      inTime: shareInTime(welcomes, thisDay),
      welcomeDays: setting?.welcomeDays ?? usualWelcomeDays,
      choices: { units: own, pages: pages.map(({ id, title }) => ({ id, title })) },
    }
  },
})

/** No list of units is ever empty in a question. */
const noUnit = '00000000-0000-7000-8000-000000000000'

function countBy<Each>(all: readonly Each[], key: (each: Each) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1)
  return counts
}

/** How many of each, the most first. */
function tallyOf<Each>(
  all: readonly Each[],
  key: (each: Each) => string,
  also: readonly string[] = [],
): { name: string; joined: number }[] {
  const counts = countBy(all, key)
  for (const name of also) if (!counts.has(name)) counts.set(name, 0)
  return [...counts]
    .map(([name, joined]) => ({ name, joined }))
    .sort((one, other) => other.joined - one.joined || one.name.localeCompare(other.name, 'sv'))
}
