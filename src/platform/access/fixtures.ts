import type { FixtureSource } from '../operations/fixtures.ts'
import { createApiToken } from './operations/create-api-token.ts'

/** What the operations' examples about keys are made of. */
export type AccessFixtures = { tokenId: string; expiresOn: string }

declare module '../operations/fixtures.ts' {
  interface Fixtures {
    access: AccessFixtures
  }
}

export const accessFixtures: FixtureSource<{ access: AccessFixtures }> = {
  documented: { access: { tokenId: '0192a3b4-0002-7000-8000-000000000001', expiresOn: '2027-01-31' } },
  async make({ call, marker, organisationId, owner, userId, unitId }) {
    // By the clock that the organisation was made by, which in tests is not the machine's.
    const { created_at: made } = await owner
      .selectFrom('organisation.organisation')
      .select('created_at')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const expiresOn = new Date(made.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
    const { id } = await call(
      createApiToken,
      { name: `Nyckel ${marker}`, scopes: ['budget:read'], expiresOn },
      {
        kind: 'person',
        userId,
        name: `Person ${marker}`,
        grants: [{ role: 'member', unitIds: [unitId] }],
        via: 'session',
        tokenScopes: null,
        secondFactor: true,
      },
    )
    return { access: { tokenId: id, expiresOn } }
  },
}
