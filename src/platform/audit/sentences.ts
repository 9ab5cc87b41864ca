import type { Language } from '../i18n/languages.ts'
import type { Registry } from '../operations/registry.ts'
import { sentence } from '../operations/sentence.ts'

export type AuditDetail = Record<string, string | number | boolean | null>

/** What the entries of the log say, in words. */
export type AuditSentences = {
  /** What was done: the module's own sentence, else what the operation is for, else its name. */
  of(operation: string, detail: AuditDetail, language: Language): string
  /** The operations whose sentence (or purpose) has a word that begins so. */
  saying(word: string, language: Language): string[]
}

/**
 * Puts entries into words by the texts of every module: `audit.<operation>`, with the detail as parameters. An operation that
 * may come to several things says which by `sentence` in the detail: `audit.<operation>.<sentence>`.
 */
export function auditSentences(registry: Registry): AuditSentences {
  function of(operation: string, detail: AuditDetail, language: Language): string {
    const params = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value ?? '']))
    const which = params['sentence'] ? `audit.${operation}.${params['sentence']}` : `audit.${operation}`
    for (const { texts } of registry.modules) {
      const said = sentence(texts, language, which, params)
      // A sentence whose parameters an older entry does not have would show its own blanks.
      if (said && !said.includes('{')) return said
    }
    const registered = registry.find(operation)
    return (
      sentence(registered?.texts, language, `operation.${operation}`) ??
      registered?.operation.summary ??
      operation
    )
  }
  return {
    of,
    saying: (word, language) =>
      registry.all
        .filter(({ operation }) => {
          const said = of(operation.name, {}, language).toLowerCase()
          return said.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word))
        })
        .map(({ operation }) => operation.name),
  }
}
