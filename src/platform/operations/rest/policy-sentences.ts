import { roleTexts } from '../../access/messages/roles.ts'
import type { Policy } from '../../access/policy.ts'
import type { Language } from '../../i18n/languages.ts'
import { interfaceTexts } from '../messages/interface.ts'
import type { Operation } from '../operation.ts'

/** Who may use an operation, in words: who, how far it reaches, what else is asked for. */
export function policySentences(policy: Policy, language: Language): string[] {
  const t = interfaceTexts.in(language)
  if (policy.allow !== 'roles') return [t(`policy.${policy.allow}`)]
  const name = roleTexts.in(language)
  const names = policy.roles.map((role) => name(`role.${role}`).toLowerCase())
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(names)
  return [
    t('policy.roles', { roles: list }),
    t(policy.reach === 'organisation' ? 'policy.organisation' : 'policy.units'),
    ...(policy.secondFactor ? [t('policy.secondFactor')] : []),
  ]
}

/** Whether each use is written in the audit log; null when it is not. */
export function loggedSentence(operation: Operation, language: Language): string | null {
  return operation.audit ? interfaceTexts.in(language)(`logged.${operation.effect}`) : null
}

/** What a key must be allowed; null for what asks for no account, and for what no key opens. */
export function scopeSentence(module: string, operation: Operation, language: Language): string | null {
  const { allow } = operation.policy
  if (allow === 'everyone' || allow === 'operator') return null
  return interfaceTexts.in(language)('policy.scope', { scope: `${module}:${operation.effect}` })
}
