import type { Language } from '../i18n/languages.ts'
import type { OperationModule } from './registry.ts'
import { sentence } from './sentence.ts'

/** What the register of processing says of each kind (GDPR art. 30.1). */
export const processingParts = [
  'name',
  'purpose',
  'persons',
  'data',
  'basis',
  'recipients',
  'retention',
  'security',
] as const
export type ProcessingPart = (typeof processingParts)[number]

/** One kind of processing that a module declares, in words. */
export type DeclaredProcessing = { key: string } & Record<ProcessingPart, string>

/** What all modules declare that personal data is handled for, in a language. */
export function declaredProcessing(
  modules: readonly OperationModule[],
  language: Language,
): DeclaredProcessing[] {
  return modules.flatMap(({ processing = [], texts }) =>
    processing.map((key) => {
      const parts = processingParts.map((part) => [
        part,
        sentence(texts, language, `processing.${key}.${part}`) ?? '',
      ])
      return { key, ...(Object.fromEntries(parts) as Record<ProcessingPart, string>) }
    }),
  )
}
