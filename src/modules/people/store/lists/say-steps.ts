import type { Language } from '#platform/i18n/languages.ts'
import type { Names } from '../../rules/lists/filter.ts'
import type { ListQuery, QueryStep } from '../../rules/lists/query.ts'
import { sayStep } from './say-query.ts'

/** Every step of a query in words, by its place. */
export function sayEveryStep(
  { where }: ListQuery,
  names: Names,
  language: Language,
): { path: number[]; words: string }[] {
  const below = (step: QueryStep, path: readonly number[]): { path: number[]; words: string }[] => {
    if (step.kind === 'not') return below(step.step, path)
    if (step.kind === 'filter') return []
    return step.steps.flatMap((each, index) => {
      const here = [...path, index]
      return [{ path: here, words: sayStep(each, names, language, false) }, ...below(each, here)]
    })
  }
  return below(where, [])
}
