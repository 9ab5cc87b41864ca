import { holdsOn, type Dated } from '../posts/holding.ts'

type Placed = Dated & { unitId: string; name: string; parentId: string | null }

/** The names from the top unit down to this one as they were on a day, or the last that it had when it was not there. */
export function pathOn(spans: readonly Placed[], unitId: string, day: string): string[] {
  const names: string[] = []
  const passed = new Set<string>()
  for (let next: string | null = unitId; next !== null && !passed.has(next);) {
    passed.add(next)
    const own = spans.filter((span) => span.unitId === next)
    const span: Placed | undefined = own.find((each) => holdsOn(each, day)) ?? own.at(-1)
    if (!span) break
    names.unshift(span.name)
    next = span.parentId
  }
  return names
}
