import { join } from 'node:path'
import { loadExampleBudget, tagExample } from '#modules/budget/index.ts'
import {
  createBody,
  createOrganisation,
  loadPrioritiesDemo,
  loadVenuesDemo,
  loadOrganisationDemo,
  makeDemoAccounts,
} from '#modules/organisation/index.ts'
import {
  findDemoDuplicates,
  loadAffiliateDemo,
  loadInventedPeople,
  loadJoiningDemo,
  loadElectionsDemo,
  loadGrowthDemo,
  loadListsDemo,
  loadMemberLifeDemo,
  loadPostsDemo,
} from '#modules/people/index.ts'
import { operator, type Actor } from '#platform/access/actor.ts'
import { roles } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { projectRoot } from '#platform/root.ts'
import type { Application } from '../application.ts'
import { makeManyUnits } from './make-many-units.ts'
import { makeUnits } from './make-units.ts'

/** The day from which everything in the demo has been there. */
const since = '2024-01-01'

/** The bodies that sign the example budget. */
const signingBodies = [
  { kind: 'councilGroup', name: 'Fullmäktigegruppen' },
  { kind: 'board', name: 'Distriktsstyrelsen' },
]

/** An invented district with few members, to be there at once, or with the twelve thousand of a large one. */
export type DemoSize = 'small' | 'large'

/** Persons in the register: three of four are members today, the others have been, have applied or are late with the fee. */
const persons: Record<DemoSize, number> = { small: 600, large: 16_300 }
const mandates: Record<DemoSize, number> = { small: 12, large: 60 }

/**
 * Fills an empty system with an invented district: its units and bodies, one person a role, its members, and the example
 * budget. All but the members, who are too many, by the same operations that people use.
 * @returns false when there is an organisation already; nothing is done then
 */
export async function loadDemo(application: Application, size: DemoSize = 'small'): Promise<boolean> {
  const { owner } = application.database
  const there = await owner.selectFrom('organisation.organisation').select('id').executeTakeFirst()
  if (there) return false
  const organisationId = newId()
  const as = (actor: Actor) => ({ actor, organisationId, language: 'sv' as const })
  const { unitId } = await application.call(
    createOrganisation,
    { name: 'Exempeldistriktet', unitKind: 'distrikt', ownerUserId: null, isDemo: true, since },
    as(operator),
  )
  const accounts = await makeDemoAccounts(application, organisationId, unitId)
  const make = size === 'small' ? makeUnits : makeManyUnits
  await make((operation, input) => application.call(operation, input, as(operator)), unitId)
  await loadInventedPeople(application, {
    organisationId,
    topUnitId: unitId,
    count: persons[size],
    accounts: Object.values(accounts),
  })
  await findDemoDuplicates((operation, input) => application.call(operation, input, as(operator)))
  await loadJoiningDemo((operation, input) => application.call(operation, input, as(operator)), owner, {
    organisationId,
    unitId,
    now: application.host.now(),
  })
  const bodies: string[] = []
  for (const body of signingBodies) {
    const made = await application.call(createBody, { unitId, validFrom: since, ...body }, as(operator))
    bodies.push(made.bodyId)
  }
  await loadPostsDemo((operation, input) => application.call(operation, input, as(operator)), owner, {
    organisationId,
    unitId,
    councilGroupId: bodies[0]!,
    boardId: bodies[1]!,
    electedUserId: accounts.elected,
    mandates: mandates[size],
  })
  await loadVenuesDemo((operation, input) => application.call(operation, input, as(operator)), {
    unitId,
    boardId: bodies[1]!,
  })
  await loadPrioritiesDemo((operation, input) => application.call(operation, input, as(operator)), {
    boardId: bodies[1]!,
    today: today(application.host.now()),
  })
  await loadMemberLifeDemo((operation, input) => application.call(operation, input, as(operator)), owner, {
    organisationId,
    unitId,
    now: application.host.now(),
  })
  const affiliate = await loadOrganisationDemo(
    (operation, input) => application.call(operation, input, as(operator)),
    owner,
    {
      organisationId,
      unitId,
      councilGroupId: bodies[0]!,
      boardId: bodies[1]!,
      ownerUserId: accounts.owner,
      now: application.host.now(),
    },
  )
  await loadAffiliateDemo((operation, input) => application.call(operation, input, as(operator)), affiliate)
  await loadElectionsDemo(
    (operation, input) => application.call(operation, input, as(operator)),
    owner,
    organisationId,
  )
  await loadGrowthDemo((operation, input) => application.call(operation, input, as(operator)), owner, {
    organisationId,
    unitId,
  })
  await loadListsDemo((operation, input) => application.call(operation, input, as(operator)), owner, {
    organisationId,
    unitId,
    organiserUserId: accounts.organiser,
  })
  const name = await owner
    .selectFrom('account.user')
    .select('name')
    .where('id', '=', accounts.secretary)
    .executeTakeFirstOrThrow()
  const secretary: Actor = {
    kind: 'person',
    userId: accounts.secretary,
    name: name.name,
    grants: roles.filter((role) => role === 'secretary').map((role) => ({ role, unitIds: [unitId] })),
    via: 'session',
    tokenScopes: null,
    secondFactor: true,
  }
  await loadExampleBudget((operation, input) => application.call(operation, input, as(secretary)), {
    folder: join(projectRoot, 'examples/region-stockholm-2025'),
    unitId,
    bodies,
  })
  await tagExample((operation, input) => application.call(operation, input, as(secretary)))
  return true
}
