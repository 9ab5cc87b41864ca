import { modules } from '#modules/modules.ts'
import type { TokenScope } from '#platform/access/decide.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { sentence } from '#platform/operations/sentence.ts'

type Effect = 'read' | 'write' | 'export'

/** What a key may be given, by module, with the modules' own names. */
export type ScopeGroup = { module: string; name: string; scopes: { value: TokenScope; effect: Effect }[] }

/** Groups scopes by their module, in the modules' order, each in the order read, write, export. */
export function moduleNames(scopes: readonly TokenScope[], language: Language): ScopeGroup[] {
  const effects: readonly Effect[] = ['read', 'write', 'export']
  return modules
    .map((module) => ({
      module: module.name,
      name: sentence(module.texts, language, 'module') ?? module.name,
      scopes: effects.flatMap((effect) => {
        const value = scopes.find((each) => each === `${module.name}:${effect}`)
        return value ? [{ value, effect }] : []
      }),
    }))
    .filter((group) => group.scopes.length > 0)
}
