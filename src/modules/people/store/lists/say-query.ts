import { languageName } from '#platform/i18n/language-name.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { ModuleTexts } from '#platform/operations/registry.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { peopleTexts } from '../../messages/people.ts'
import type { AgreedTo, Names, OneOf, Spoken } from '../../rules/lists/filter.ts'
import type { ListQuery, QueryStep } from '../../rules/lists/query.ts'
import { listFilter } from './filter-registry.ts'

/** A query in words, one sentence: "Alla som är medlemmar i Norra kretsen eller under, är 18–29 år och har e-post." */
export function sayQuery({ where, sample }: ListQuery, names: Names, language: Language): string {
  const say = peopleTexts.in(language)
  const asked = where.steps.length === 0 ? '' : sayStep(where, names, language, false)
  const drawn = sample ? { by: sample.by, size: sample.size } : { by: 'none', size: 0 }
  return say('say.whole', { asked: asked || 'none', ...drawn })
}

/** One step in words, as it stands after "alla som". */
export function sayStep(
  step: QueryStep,
  names: Names,
  language: Language,
  inside = true,
  not = false,
): string {
  const say = peopleTexts.in(language)
  switch (step.kind) {
    case 'not':
      return sayStep(step.step, names, language, inside, !not)
    case 'filter': {
      const filter = listFilter(step.filter)
      const read = filter?.rule.input.safeParse(step.input)
      if (!filter || !read?.success) return say('say.unclear')
      const { key, params } = filter.rule.phrase(read.data, names)
      const filled = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? sayNamed(value, filter.texts, names, language) : value,
      ])
      return (
        sentence(filter.texts, language, key, { ...Object.fromEntries(filled), not: not ? 'yes' : 'no' }) ??
        key
      )
    }
    default: {
      if (step.steps.length === 0) return say('say.anybody', { not: not ? 'yes' : 'no' })
      const parts = step.steps.map((each) => sayStep(each, names, language))
      const joined = join(parts, say(step.kind === 'and' ? 'say.and' : 'say.or'))
      if (not) return say('say.notAll', { parts: joined })
      return inside && parts.length > 1 ? `(${joined})` : joined
    }
  }
}

function sayNamed(
  named: OneOf | Spoken | AgreedTo,
  texts: ModuleTexts,
  names: Names,
  language: Language,
): string {
  if ('oneOf' in named) return sayOneOf(named, texts, language)
  if ('language' in named) return languageName(named.language, language)
  const words = names.get(`${named.purpose} ${language}`)
  return words === undefined ? named.purpose : peopleTexts.in(language)('say.wording', { words })
}

function sayOneOf({ oneOf }: OneOf, texts: ModuleTexts, language: Language): string {
  const words = oneOf.map((key) => sentence(texts, language, key) ?? key)
  return join(words, peopleTexts.in(language)('say.or'))
}

/** `a, b and c`. */
function join(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`
}
