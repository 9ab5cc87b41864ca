import { inputIssues, markUnsaid } from '#platform/operations/input-issues.ts'
import { Problem, type InputIssue } from '#platform/operations/problem.ts'
import type { Sight } from '../../rules/lists/seen-everywhere.ts'
import { filtersIn, inputPath, type ListQuery } from '../../rules/lists/query.ts'
import { listFilter } from './filter-registry.ts'

/**
 * Sees to it that every filter of a query exists, is given what it accepts, and asks for no part of a record that
 * the caller does not see: what may not be read may not be found out by asking either.
 * @param within where the query stands in the input
 * @throws {Problem} invalidInput with the place of everything that is wrong
 */
export function requireSoundQuery(
  query: ListQuery,
  sight: Sight,
  within: readonly string[] = ['query'],
): void {
  const issues = filtersIn(query.where).flatMap(({ step, path }): InputIssue[] => {
    const place = [...within, ...inputPath(query, path)]
    const filter = listFilter(step.filter)
    if (!filter) {
      return [{ path: place, message: 'list.noSuchFilter', params: { filter: step.filter } }]
    }
    if (filter.rule.part !== null && !sight.parts.has(filter.rule.part)) {
      return [{ path: place, message: 'list.notSeen', params: { filter: step.filter } }]
    }
    const read = filter.rule.input.safeParse(step.input, { error: markUnsaid })
    if (read.success) return []
    return inputIssues(read.error).map((issue) => ({ ...issue, path: [...place, ...issue.path] }))
  })
  if (issues.length > 0) throw new Problem('invalidInput', { issues })
}
