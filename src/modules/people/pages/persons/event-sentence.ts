import type { Language } from '#platform/i18n/languages.ts'
import type { TextParams } from '#platform/i18n/texts.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { peopleTexts } from '../../messages/people.ts'
import { shownPhone } from '../../rules/contact.ts'

type Event = {
  kind: string
  detail: Record<string, string | number | boolean | null | readonly string[]>
}

/** What an event says, in a sentence that begins with a capital letter. Its words stand in messages, by its kind. */
export function eventSentence({ kind, detail }: Event, language: Language): string {
  const params: TextParams = { kind }
  for (const [name, value] of Object.entries(detail)) params[name] = paramOf(value)
  if (detail['kind'] === 'phone') params['value'] = shownPhone(String(detail['value'] ?? ''))
  const said =
    sentence(peopleTexts, language, `event.${kind}`, params) ??
    sentence(peopleTexts, language, 'event.other', { kind }) ??
    kind
  return `${said.charAt(0).toLocaleUpperCase(language)}${said.slice(1)}.`
}

/** What is empty is said in words. */
function paramOf(value: Event['detail'][string]): string | number | boolean {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'object') return value.length === 0 ? 'empty' : value.join(', ')
  return value
}
