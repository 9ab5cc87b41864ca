import { operator } from '#platform/access/actor.ts'
import type { TokenScope } from '#platform/access/decide.ts'
import { newId } from '#platform/identifiers.ts'
import { tokenScope } from '#platform/operations/call.ts'
import { demoAccount } from '#modules/organisation/index.ts'
import { enterDemo } from '#platform/auth/enter-demo.ts'
import type { AccountPages, SetUpGate } from '#web/account/account-pages.ts'
import type { Application } from '../application.ts'

/** What the account pages work with, made once for the server. */
export function accountPagesFor(application: Application, setUp: SetUpGate): AccountPages {
  const { accounts, registry, database } = application
  return {
    accounts,
    setUp,
    tokenScopes: scopesOf(registry),
    callAsOperator: (operation, input, language = 'sv') =>
      application.call(operation, input, { actor: operator, organisationId: newId(), language }),
    callIn: (visit, organisationId) => (operation, input) =>
      application.call(operation, input, {
        // In another organisation the roles of this one do not count.
        actor:
          visit.actor.kind === 'person' && organisationId !== visit.organisation?.id
            ? { ...visit.actor, grants: [] }
            : visit.actor,
        organisationId,
        language: visit.language,
      }),
    async enterDemo(visit, headers, role) {
      if (!visit.organisation?.isDemo) return null
      const userId = await demoAccount(database.owner, visit.organisation.id, role)
      return userId ? enterDemo(accounts, headers, userId) : null
    },
  }
}

/** What a key may be given: each kind of thing each module does, and that a person (not the machine) may do. */
function scopesOf(registry: Application['registry']): TokenScope[] {
  const scopes = registry.all
    .filter(({ operation, module }) => operation.policy.allow !== 'operator' && module !== 'access')
    .map(({ module, operation }) => tokenScope(module, operation))
  return [...new Set(scopes)]
}
