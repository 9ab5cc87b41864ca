import { writeUnit } from '#modules/organisation/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/roles.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Fixtures } from '#platform/operations/fixtures.ts'
import { makeAccount, makeGrant, type TestOffice } from './test-office.ts'

/** Where somebody holds a role, seen from the unit that the fixtures belong to. */
export const places = ['own', 'above', 'below', 'sibling'] as const
export type Place = (typeof places)[number]

/** An organisation with units around one, and everything in that one which the examples speak of. */
export type AccessTenant = {
  organisationId: string
  /** In every text that belongs to the organisation, and in none that belongs to another. */
  marker: string
  /** In every text that belongs to the fixtures' unit. */
  unitMarker: string
  fixtures: Fixtures
  /** The person whose own things the fixtures are. */
  ownPersonId: string
  anonymous: Caller
  person(options: {
    roles: readonly Role[]
    place: Place
    tokenScopes?: readonly string[] | undefined
    secondFactor?: boolean
    /** Is it the person whose own things the fixtures are? */
    own?: boolean
  }): Caller
}

/** Makes the organisation, its units (top → own → below, and a sibling of own) and every module's fixtures. */
export async function accessTenant(office: TestOffice, marker: string): Promise<AccessTenant> {
  const { application } = office
  const organisation = await office.organisation(`Distriktet ${marker}`)
  const organisationId = organisation.id
  const unit = async (name: string, parentId: string) => {
    const id = newId()
    await application.database.owner.transaction().execute((db) =>
      writeUnit(
        db,
        {
          organisationId,
          id,
          parentId,
          kind: 'association',
          name: `${name} ${marker}`,
          slug: `${name}-${id.slice(-6)}`,
          validFrom: '2020-01-01',
        },
        new Date(),
      ),
    )
    return id
  }
  const top = organisation.unitId
  const own = await unit('own', top)
  const below = await unit('below', own)
  const sibling = await unit('sibling', top)
  const unitIds: Record<Place, string[]> = {
    own: [own, below],
    above: [top, own, below, sibling],
    below: [below],
    sibling: [sibling],
  }
  const ownPersonId = await makeAccount(application, `Egen ${marker}`)
  const otherPersonId = await makeAccount(application, 'Annan')
  await makeGrant(application, { organisationId, userId: ownPersonId, role: 'owner', unitId: own })
  await makeGrant(application, { organisationId, userId: otherPersonId, role: 'owner', unitId: top })

  const caller = (actor: Actor): Caller => ({ actor, organisationId, language: 'sv' })
  const made = {} as Fixtures
  const unitMarker = `${marker}-own`
  for (const module of application.registry.modules) {
    const part = await module.fixtures?.make({
      organisationId,
      unitId: own,
      marker: unitMarker,
      made,
      userId: ownPersonId,
      colleague: {
        kind: 'person',
        userId: otherPersonId,
        name: 'Annan',
        grants: [{ role: 'owner', unitIds: unitIds.above, top: true }],
        via: 'session',
        tokenScopes: null,
        secondFactor: true,
      },
      call: (operation, input, actor = { kind: 'operator' }) =>
        application.call(operation, input, caller(actor)),
      owner: application.database.owner,
    })
    Object.assign(made, part)
  }
  return {
    organisationId,
    marker,
    unitMarker,
    fixtures: made,
    ownPersonId,
    anonymous: caller({ kind: 'anonymous' }),
    person: ({ roles, place, tokenScopes, secondFactor = true, own: isOwn = false }) =>
      caller({
        kind: 'person',
        userId: isOwn ? ownPersonId : otherPersonId,
        name: 'Någon',
        grants: roles.map((role) => ({ role, unitIds: unitIds[place], top: place === 'above' })),
        via: tokenScopes ? 'token' : 'session',
        tokenScopes: tokenScopes ?? null,
        secondFactor,
      }),
  }
}
