import type { QueryStep } from './query.ts'

/** How many a step finds: `alone` by itself, `after` together with the steps before it in its group. */
export type StepCount = { path: number[]; alone: number; after: number }

/** A step as a formula over filters: each filter's number, in the order they stand, and what joins them. */
export type Formula = number | { not: Formula } | { all: Formula[] } | { any: Formula[] }

/** What a step's truth follows from. `next` numbers the filters. */
export function formulaOf(step: QueryStep, next: { number: number }): Formula {
  switch (step.kind) {
    case 'filter':
      return next.number++
    case 'not':
      return { not: formulaOf(step.step, next) }
    default: {
      const parts = step.steps.map((each) => formulaOf(each, next))
      return step.kind === 'and' || parts.length === 0 ? { all: parts } : { any: parts }
    }
  }
}

/** Every step below the outermost, with what it asks alone and what has been asked in its group when it has. */
export function countedSteps(
  step: QueryStep,
  formula: Formula,
  path: readonly number[] = [],
): { path: number[]; alone: Formula; after: Formula }[] {
  if (step.kind === 'not') {
    return typeof formula === 'object' && 'not' in formula ? countedSteps(step.step, formula.not, path) : []
  }
  if (step.kind === 'filter' || typeof formula === 'number' || 'not' in formula) return []
  const parts = 'all' in formula ? formula.all : formula.any
  return step.steps.flatMap((each, index) => {
    const alone = parts[index]!
    const sofar = parts.slice(0, index + 1)
    const here = [...path, index]
    const after = step.kind === 'and' ? { all: sofar } : { any: sofar }
    return [{ path: here, alone, after }, ...countedSteps(each, alone, here)]
  })
}
