import type { GroupStep, ListQuery, QueryStep } from '../../rules/lists/query.ts'

/** A step as it stands in the form: what has been written so far, right or wrong. */
export type DraftStep = {
  /** `and`, `or`, or the name of a filter. */
  kind: string
  not: boolean
  values: Record<string, string[]>
  steps: DraftStep[]
}

/** How a filter's fields are read, by their names. */
export type FieldKinds = ReadonlyMap<string, ReadonlyMap<string, string>>

/** More steps than a query may have are not even read. */
const mostRead = 80

export const isGroup = (kind: string) => kind === 'and' || kind === 'or'

/**
 * Reads the steps out of a form: `s.0.1` is the kind of the second step in the first group, `s.0.1:unitId` one of its
 * values, `s.0.1!not` whether it is turned round.
 */
export function readDraft(form: Iterable<[string, unknown]>): DraftStep {
  const root: DraftStep = { kind: 'and', not: false, values: {}, steps: [] }
  const byPath = new Map<string, DraftStep>([['s', root]])
  const entries = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && /^s(\.\d{1,2})*([:!][\w-]*)?$/.test(name) ? [[name, value] as const] : [],
  )
  const kinds = entries.filter(([name]) => !/[:!]/.test(name))
  for (const [name, kind] of kinds.toSorted(([one], [other]) => placeOrder(one, other)).slice(0, mostRead)) {
    if (name === 's') {
      root.kind = kind === 'or' ? 'or' : 'and'
      continue
    }
    const above = byPath.get(name.slice(0, name.lastIndexOf('.')))
    if (!above || !isGroup(above.kind)) continue
    const step = { kind, not: false, values: {}, steps: [] }
    above.steps.push(step)
    byPath.set(name, step)
  }
  for (const [name, value] of entries) {
    const [path = '', field = ''] = name.split(/[:!]/)
    const step = byPath.get(path)
    if (!step || path === name) continue
    if (name.includes('!')) step.not = true
    else (step.values[field] ??= []).push(value)
  }
  return root
}

/** Shorter places first, then by their numbers: a group before what lies in it. */
function placeOrder(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.split('.').slice(1).map(Number))
  if (a!.length !== b!.length) return a!.length - b!.length
  for (const [index, number] of a!.entries()) if (number !== b![index]) return number - b![index]!
  return 0
}

/** Does what a button asks for: `add:0` (with the kind chosen beside it), `remove:0.1`, `up:0.1`, `down:0.1`. */
export function changeDraft(draft: DraftStep, asked: string, chosen: string): DraftStep {
  const [what, place = ''] = asked.split(':')
  const path = place === '' ? [] : place.split('.').map(Number)
  const last = path.at(-1) ?? 0
  switch (what) {
    case 'add':
      return atPlace(draft, path, (step) => ({ ...step, steps: [...step.steps, newStep(chosen)] }))
    case 'remove':
      return atPlace(draft, path.slice(0, -1), (step) => ({ ...step, steps: step.steps.toSpliced(last, 1) }))
    case 'up':
    case 'down':
      return atPlace(draft, path.slice(0, -1), (step) => {
        const to = what === 'up' ? last - 1 : last + 1
        const [moved, other] = [step.steps[last], step.steps[to]]
        if (!moved || !other) return step
        return { ...step, steps: step.steps.with(last, other).with(to, moved) }
      })
    default:
      return draft
  }
}

function newStep(kind: string): DraftStep {
  const values: DraftStep['values'] = kind === 'membership' ? { standing: ['active'], below: ['on'] } : {}
  return { kind, not: false, values, steps: [] }
}

function atPlace(
  draft: DraftStep,
  path: readonly number[],
  change: (step: DraftStep) => DraftStep,
): DraftStep {
  const [first, ...rest] = path
  if (first === undefined) return change(draft)
  const step = draft.steps[first]
  return step ? { ...draft, steps: draft.steps.with(first, atPlace(step, rest, change)) } : draft
}

/** The query that a draft says. What is wrong in it is found where it is asked. */
export function queryOf(draft: DraftStep, fields: FieldKinds): GroupStep {
  return { kind: draft.kind === 'or' ? 'or' : 'and', steps: draft.steps.map((step) => stepOf(step, fields)) }
}

function stepOf(draft: DraftStep, fields: FieldKinds): QueryStep {
  const step: Exclude<QueryStep, { kind: 'not' }> = isGroup(draft.kind)
    ? queryOf(draft, fields)
    : { kind: 'filter', filter: draft.kind, input: inputOf(draft, fields.get(draft.kind) ?? new Map()) }
  return draft.not ? { kind: 'not', step } : step
}

function inputOf({ values }: DraftStep, fields: ReadonlyMap<string, string>): Record<string, unknown> {
  const read = [...fields].flatMap(([name, as]): [string, unknown][] => {
    const given = (values[name] ?? []).map((value) => value.trim()).filter((value) => value !== '')
    if (as === 'yesNo') return [[name, given.length > 0]]
    if (given.length === 0) return []
    if (as === 'choices') return [[name, given]]
    // What is no number is sent as it is, and answered as what it is.
    if (as === 'number') return [[name, /^-?\d{1,9}$/.test(given[0]!) ? Number(given[0]) : given[0]]]
    return [[name, given[0]]]
  })
  return Object.fromEntries(read)
}

/** A query as it is shown in the form. */
export function draftOf({ where }: ListQuery): DraftStep {
  return draftStep(where)
}

function draftStep(step: QueryStep): DraftStep {
  switch (step.kind) {
    case 'not':
      return { ...draftStep(step.step), not: true }
    case 'filter':
      return {
        kind: step.filter,
        not: false,
        steps: [],
        values: Object.fromEntries(
          Object.entries(step.input).map(([name, value]) => [
            name,
            value === true
              ? ['on']
              : value === false
                ? []
                : Array.isArray(value)
                  ? value.map(String)
                  : [String(value)],
          ]),
        ),
      }
    default:
      return { kind: step.kind, not: false, values: {}, steps: step.steps.map(draftStep) }
  }
}
