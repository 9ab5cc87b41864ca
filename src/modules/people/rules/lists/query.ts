import { z } from 'zod'

/** As deep as groups may lie in one another, and as many steps as there may be in all: more nobody can read. */
export const deepest = 5
const mostSteps = 40

/** One question about a person; what may be asked is said by the filter with that name. */
export type FilterStep = { kind: 'filter'; filter: string; input: Record<string, unknown> }
/** Several questions of which all (`and`) or at least one (`or`) must hold. A group without steps holds for everybody. */
export type GroupStep = { kind: 'and' | 'or'; steps: QueryStep[] }
/** What must not hold. */
export type NotStep = { kind: 'not'; step: FilterStep | GroupStep }
export type QueryStep = FilterStep | GroupStep | NotStep

/** A part drawn by lot among those found. The same seed draws the same people for as long as they are found. */
export type Sample = { by: 'number' | 'percent'; size: number; seed: string }

/** A question whose answer is a list of people. */
export type ListQuery = { where: GroupStep; sample: Sample | null }

const filterStep = z.strictObject({
  kind: z.literal('filter'),
  filter: z.string().min(1).max(60),
  input: z.record(z.string().max(60), z.unknown()),
})
const groupStep: z.ZodType<GroupStep> = z.strictObject({
  kind: z.enum(['and', 'or']),
  steps: z.lazy(() => z.array(queryStep).max(mostSteps, 'list.tooManySteps')),
})
const notStep: z.ZodType<NotStep> = z.strictObject({
  kind: z.literal('not'),
  step: z.lazy(() => z.union([filterStep, groupStep])),
})
const queryStep: z.ZodType<QueryStep> = z.union([filterStep, groupStep, notStep])

const sample = z
  .strictObject({
    by: z.enum(['number', 'percent']),
    size: z.number().int().min(1).max(100_000),
    seed: z.string().min(1).max(40),
  })
  .refine(({ by, size }) => by === 'number' || size <= 100, { error: 'list.percent', path: ['size'] })

/**
 * A query as it is kept and sent. Anything nested deeper than a query can be is refused before it is read. What the
 * single filters accept is checked beside it (faults.ts).
 */
export const listQuery = z
  .unknown()
  .refine((value) => !isNestedDeeper(value, 3 * deepest + 8), 'list.tooDeep')
  .pipe(
    z
      .strictObject({ where: groupStep, sample: sample.nullable().default(null) })
      .superRefine(({ where }, context) => {
        const { depth, steps } = measure(where)
        if (depth > deepest) context.addIssue({ code: 'custom', path: ['where'], message: 'list.tooDeep' })
        if (steps > mostSteps) {
          context.addIssue({ code: 'custom', path: ['where'], message: 'list.tooManySteps' })
        }
      }),
  )

/** Looks level by level, so that what is nested a hundred thousand times is answered like anything else. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
    if (level.length === 0) return false
  }
  return true
}

/** How deep groups lie in one another, and how many steps there are below the outermost. */
export function measure(step: QueryStep): { depth: number; steps: number } {
  if (step.kind === 'filter') return { depth: 0, steps: 0 }
  if (step.kind === 'not') {
    const { depth, steps } = measure(step.step)
    return { depth, steps }
  }
  const below = step.steps.map(measure)
  return {
    depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)),
    steps: below.reduce((sum, each) => sum + 1 + each.steps, 0),
  }
}

/** Every filter asked anywhere in a step, with where it stands: the places of the steps above it and its own. */
export function filtersIn(
  step: QueryStep,
  path: readonly number[] = [],
): { step: FilterStep; path: number[] }[] {
  if (step.kind === 'filter') return [{ step, path: [...path] }]
  if (step.kind === 'not') return filtersIn(step.step, path)
  return step.steps.flatMap((each, index) => filtersIn(each, [...path, index]))
}

/** Where a filter's input lies in a query, as a path of issues: `where.steps.1.step.input`. */
export function inputPath(query: ListQuery, path: readonly number[]): (string | number)[] {
  const parts: (string | number)[] = ['where']
  let at: QueryStep = query.where
  for (const index of path) {
    if (at.kind === 'not') {
      parts.push('step')
      at = at.step
    }
    if (at.kind === 'filter') break
    parts.push('steps', index)
    at = at.steps[index]!
  }
  if (at.kind === 'not') parts.push('step')
  return [...parts, 'input']
}
