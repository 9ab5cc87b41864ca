import { daysBetween } from '../days.ts'
import { shownCount } from '../small-counts.ts'
import { middle } from './recruitment.ts'

/** From somebody's first contact with us to their first post, in the order that it usually goes. */
export const journeySteps = ['applied', 'approved', 'contacted', 'interviewed', 'group', 'post'] as const
export type JourneyStep = (typeof journeySteps)[number]

/** One member's way: where and when they joined, and the first day of each step, as far as the register knows. */
export type Journey = {
  unitId: string
  joinedOn: string
  days: Readonly<Record<JourneyStep, string | null>>
}

export type StepReached = {
  step: JourneyStep
  /** How many have come so far; null when they are too few to be told. */
  reached: number | null
  /** Days in the middle since they joined; null when they are too few. */
  sinceJoining: number | null
  /** Days in the middle since the step before that each of them had taken. */
  sinceBefore: number | null
}

/**
 * How far some members have come and how long each step took, in the middle. Where fewer than five have come, nothing is told:
 * a few days beside the name of a unit would be somebody's own.
 */
export function stepsReached(journeys: readonly Journey[]): StepReached[] {
  return journeySteps.map((step, at) => {
    const there = journeys.filter(({ days }) => days[step] !== null)
    const reached = shownCount(there.length)
    if (reached === null || reached === 0) return { step, reached, sinceJoining: null, sinceBefore: null }
    const sinceBefore = there.flatMap(({ days }) => {
      const before = journeySteps
        .slice(0, at)
        .map((each) => days[each])
        .findLast((day) => day !== null && day <= days[step]!)
      return before ? [daysBetween(before, days[step]!)] : []
    })
    return {
      step,
      reached,
      sinceJoining: middle(there.map(({ joinedOn, days }) => daysBetween(joinedOn, days[step]!))),
      sinceBefore: shownCount(sinceBefore.length) ? middle(sinceBefore) : null,
    }
  })
}

/** The year, or the quarter of a year, in which somebody joined: `2026`, `2026 Q2`. */
export function cohortOf({ joinedOn }: Pick<Journey, 'joinedOn'>, by: 'year' | 'quarter'): string {
  const year = joinedOn.slice(0, 4)
  return by === 'year' ? year : `${year} Q${Math.ceil(Number(joinedOn.slice(5, 7)) / 3)}`
}
