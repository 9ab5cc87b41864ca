import { modules } from '#modules/modules.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { auditSentences } from '#platform/audit/sentences.ts'
import { createRegistry } from '#platform/operations/registry.ts'

/** Every operation that leaves an entry in the log, by what is said of it, in alphabetical order. */
export function loggedOperations(language: Language): { value: string; label: string }[] {
  const registry = createRegistry(modules)
  const sentences = auditSentences(registry)
  return registry.all
    .filter(({ operation }) => operation.audit)
    .map(({ operation }) => ({ value: operation.name, label: sentences.of(operation.name, {}, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
}
