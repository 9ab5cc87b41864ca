import type { Language } from '../../i18n/languages.ts'
import { interfaceTexts } from '../messages/interface.ts'
import type { FieldDescription } from './fields.ts'

/** What a field takes, in words: `text, högst 200 tecken eller null`. */
export function fieldKindWords(field: FieldDescription, language: Language): string {
  const t = interfaceTexts.in(language)
  const kind = t(`kind.${field.kind}`, {
    least: field.least ?? 'none',
    most: field.most ?? 'none',
    values: field.values.join(', '),
  })
  return field.mayBeNull ? `${kind} ${t('field.orNull')}` : kind
}
