import type { OperationModule } from '../operations/registry.ts'
import { accessFixtures } from './fixtures.ts'
import { accessTexts } from './messages/access.ts'
import { createApiToken } from './operations/create-api-token.ts'
import { listApiTokens } from './operations/list-api-tokens.ts'
import { listOwnEvents } from './operations/list-own-events.ts'
import { makePasswordLink } from './operations/make-password-link.ts'
import { revokeApiToken } from './operations/revoke-api-token.ts'

export { accessTexts } from './messages/access.ts'
export { createApiToken, listApiTokens, listOwnEvents, makePasswordLink, revokeApiToken }

/** What a person does with the own account, as operations. */
export const accessModule: OperationModule = {
  name: 'access',
  operations: [createApiToken, listApiTokens, revokeApiToken, listOwnEvents, makePasswordLink],
  texts: accessTexts,
  fixtures: accessFixtures,
}
