import type { PersonFacts, World } from './facts.ts'
import type { FilterRule } from './filter.ts'
import type { ListQuery, QueryStep } from './query.ts'
import { drawnAmong } from './sample.ts'

/** The rule of a filter, by its name. */
export type RuleOf = (name: string) => FilterRule<unknown> | undefined

/** Does a step hold for a person? What the database is asked in SQL, said in plain code. */
export function holds(step: QueryStep, person: PersonFacts, world: World, ruleOf: RuleOf): boolean {
  switch (step.kind) {
    case 'not':
      return !holds(step.step, person, world, ruleOf)
    case 'filter': {
      const rule = ruleOf(step.filter)
      return rule !== undefined && rule.holds(rule.input.parse(step.input), person, world)
    }
    case 'and':
      return step.steps.every((each) => holds(each, person, world, ruleOf))
    default:
      return step.steps.length === 0 || step.steps.some((each) => holds(each, person, world, ruleOf))
  }
}

/** The ids of those that a query finds among some people. */
export function findAmong(
  people: readonly PersonFacts[],
  { where, sample }: ListQuery,
  world: World,
  ruleOf: RuleOf,
): string[] {
  const found = people.filter((person) => holds(where, person, world, ruleOf)).map(({ id }) => id)
  return sample ? drawnAmong(found, sample, world.lot) : found
}
