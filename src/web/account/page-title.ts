import type { Texts } from '#platform/i18n/texts.ts'
import { defaultLanguage, isLanguage } from '#platform/i18n/languages.ts'

type Match = { id?: string; loaderData?: unknown } | undefined

/**
 * The title of a page in the reader's language, for a route's `meta`: the page's own words and the organisation's
 * name.
 */
export function pageTitle<Key extends string>(
  texts: Texts<Key>,
  key: Key,
  matches: readonly Match[],
  params?: Record<string, string>,
): [{ title: string }] {
  const root = matches[0]?.loaderData as
    | { language?: string; shell?: { organisationName?: string } }
    | undefined
  const language = isLanguage(root?.language) ? root.language : defaultLanguage
  return [{ title: `${texts.in(language)(key, params)} · ${root?.shell?.organisationName ?? 'Kansli'}` }]
}
