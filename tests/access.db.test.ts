/**
 * Who may do what, tried out for every operation there is: what is expected follows from the operation's policy and
 * from nothing else. An operation that is added later is here by itself; its module brings the fixtures.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import type { Policy } from '#platform/access/policy.ts'
import { roles, type Role } from '#platform/access/roles.ts'
import { callOperation, type Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { accessTenant, places, type AccessTenant, type Place } from './support/access-tenant.ts'
import { swappedOneByOne } from './support/foreign-ids.ts'
import {
  changedTables,
  fingerprints,
  reachableTables,
  type ReachableTable,
} from './support/reachable-tables.ts'
import { openTestOffice, type TestOffice } from './support/test-office.ts'

const operations = createRegistry(modules).all.map(({ module, operation }) => ({
  name: operation.name,
  module,
  operation,
}))

let office: TestOffice
let ours: AccessTenant
let theirs: AccessTenant
let tables: ReachableTable[]

beforeAll(async () => {
  office = await openTestOffice()
  tables = await reachableTables(office.application.database.pool)
  ours = await accessTenant(office, 'kvistnord')
  theirs = await accessTenant(office, 'grenvast')
}, 120_000)
afterAll(() => office.close())

/** What came of a call. */
type Outcome = { problem: string } | { said: string; lists: number[] }

/** Thrown at the end of a call that went well, so that nothing of it stays. */
class Undo extends Error {
  readonly output: unknown
  constructor(output: unknown) {
    super('undone')
    this.output = output
  }
}

async function outcomeOf(
  { module, operation }: { module: string; operation: Operation },
  input: unknown,
  caller: Caller,
  { stays }: { stays: boolean },
): Promise<Outcome> {
  const undoing: Caller = {
    ...caller,
    around: async (_, run) => {
      throw new Undo(await run())
    },
  }
  try {
    const { host } = office.application
    return answered(await callOperation(host, module, operation, input, stays ? caller : undoing))
  } catch (error) {
    if (error instanceof Undo) return answered(error.output)
    if (error instanceof Problem) {
      const details = error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
      return { problem: [error.code, error.detail?.key, ...details].filter(Boolean).join(' ') }
    }
    return { problem: `a fault: ${String(error)}` }
  }
}

async function answered(output: unknown): Promise<Outcome> {
  const lists: number[] = []
  const said = JSON.stringify(output, (_, value: unknown) => {
    if (Array.isArray(value)) lists.push(value.length)
    return typeof value === 'bigint' ? String(value) : value
  })
  return { said: output instanceof Blob ? await output.text() : (said ?? ''), lists }
}

type Asker = { words: string; caller: (tenant: AccessTenant) => Caller } & (
  | { kind: 'anonymous' }
  | {
      kind: 'person'
      roles: readonly Role[]
      place: Place
      own?: boolean
      secondFactor?: boolean
      tokenScopes?: (needed: string) => readonly string[]
    }
)

function person(
  words: string,
  who: Omit<Asker & { kind: 'person' }, 'kind' | 'words' | 'caller'>,
  needed: string,
) {
  return {
    ...who,
    words,
    kind: 'person' as const,
    caller: (tenant: AccessTenant) =>
      tenant.person({
        ...who,
        tokenScopes: who.tokenScopes?.(needed),
        secondFactor: who.secondFactor ?? true,
      }),
  }
}

/** Everybody who might ask. */
function askersOf(needed: string): Asker[] {
  return [
    { words: 'anonymous', kind: 'anonymous', caller: (tenant) => tenant.anonymous },
    person('signed in without a role', { roles: [], place: 'own' }, needed),
    person('the person whose own it is', { roles: [], place: 'own', own: true }, needed),
    ...roles.flatMap((role) =>
      places.map((place) => person(`${role} in the unit ${place}`, { roles: [role], place }, needed)),
    ),
    person('every role, one factor', { roles, place: 'own', secondFactor: false }, needed),
    person('a key without the scope', { roles, place: 'own', tokenScopes: () => ['other:read'] }, needed),
    person('a key with the scope', { roles, place: 'own', tokenScopes: (scope) => [scope] }, needed),
  ]
}

/**
 * What must come of it, by the policy:
 * - a code: the problem it is refused with
 * - `everything`: it is carried out
 * - `nothing`: what it is about is not there for this caller
 */
type Expected = { refused: string } | 'everything' | 'nothing'

function expectedOf(policy: Policy, asker: Asker, aboutFixtures: boolean): Expected {
  if (policy.allow === 'operator') return { refused: 'roleRequired' }
  if (policy.allow === 'everyone') return 'everything'
  if (asker.kind === 'anonymous') return { refused: 'signInRequired' }
  if (asker.words === 'a key without the scope') return { refused: 'scopeRequired' }
  if (policy.allow === 'signedIn') return asker.own || !aboutFixtures ? 'everything' : 'nothing'
  if (!asker.roles.some((role) => policy.roles.includes(role))) return { refused: 'roleRequired' }
  if (policy.heldIn === 'topUnit' && asker.place !== 'above') return { refused: 'roleRequired' }
  if (policy.secondFactor && asker.secondFactor === false) return { refused: 'secondFactorRequired' }
  const reaches = policy.reach === 'organisation' || asker.place === 'own' || asker.place === 'above'
  return reaches ? 'everything' : 'nothing'
}

/** What is wrong with the outcome, in words; null when it is as it must be. */
function complaint(
  outcome: Outcome,
  expected: Expected,
  operation: Operation,
  aboutFixtures: boolean,
  marker: string,
  asker: Asker | null = null,
): string | null {
  const came = 'problem' in outcome ? outcome.problem : 'carried out'
  if (typeof expected === 'object')
    return came === expected.refused ? null : `${came}, not ${expected.refused}`
  if (expected === 'everything') {
    return came === 'carried out' || mayBeMore(came, operation.policy, asker) ? null : came
  }
  // That the role does not reach so far is said whether the thing is there or not.
  if ('problem' in outcome) return /^(notFound|roleRequired)/.test(came) ? null : `${came}, not notFound`
  if (outcome.said.includes(marker)) return `shows ${marker}`
  if (!aboutFixtures) return null
  if (operation.effect === 'write') return 'carried out, not notFound'
  return outcome.lists.every((length) => length === 0) ? null : 'lists something, not nothing'
}

/** What an operation may ask for beyond its policy, which says nothing of the account and the form of the input. */
function mayBeMore(came: string, policy: Policy, asker: Asker | null): boolean {
  // Open to everybody, the example may be one that only an account can send as it stands.
  if (policy.allow === 'everyone' && came.startsWith('invalidInput')) return true
  // What is about the account itself may ask for its own session: a key makes no keys.
  const byKey = asker?.kind === 'person' && asker.tokenScopes !== undefined
  return policy.allow !== 'roles' && byKey && came.startsWith('scopeRequired')
}

/** Does the example speak of what the fixtures made? Then it is another one in another organisation. */
function isAboutFixtures(operation: Operation): boolean {
  return (
    JSON.stringify(operation.example(ours.fixtures)) !== JSON.stringify(operation.example(theirs.fixtures))
  )
}

async function everyRow(): Promise<Map<string, string>> {
  const { pool } = office.application.database
  const prints = new Map<string, string>()
  for (const { organisationId } of [ours, theirs]) {
    for (const [name, print] of await fingerprints(pool, tables, organisationId)) {
      prints.set(`${name} of ${organisationId}`, print)
    }
  }
  return prints
}

describe.each(operations)('$name', (registered) => {
  const { operation, module } = registered
  const needed = `${module}:${operation.effect}`

  it('is carried out for those it is for, and for nobody else', async () => {
    const aboutFixtures = isAboutFixtures(operation)
    const before = await everyRow()
    const wrong: string[] = []
    for (const asker of askersOf(needed)) {
      const expected = expectedOf(operation.policy, asker, aboutFixtures)
      const outcome = await outcomeOf(registered, operation.example(ours.fixtures), asker.caller(ours), {
        // What is to be refused must change nothing by itself; what goes well is taken back.
        stays: typeof expected === 'object',
      })
      const words = complaint(outcome, expected, operation, aboutFixtures, ours.unitMarker, asker)
      if (words) wrong.push(`${asker.words}: ${words}`)
    }
    expect(wrong).toEqual([])
    // Some refusals are written in the log, and nowhere else.
    const logged = operation.auditRefusal ? ['audit.entry'] : []
    expect(changedTables(before, await everyRow()).map((name) => name.split(' of ')[0])).toEqual(logged)
  })

  it('shows and changes nothing of another organisation', async () => {
    if (operation.policy.allow === 'operator') return
    const aboutFixtures = isAboutFixtures(operation)
    const owner = theirs.person({ roles, place: 'above', own: true })
    const before = await everyRow()
    const inputs = aboutFixtures
      ? [
          operation.example(ours.fixtures),
          ...swappedOneByOne(
            operation.example(theirs.fixtures),
            operation.example(ours.fixtures),
            ours.fixtures,
          ),
        ]
      : [operation.example(theirs.fixtures)]
    const wrong: string[] = []
    for (const input of inputs) {
      const outcome = await outcomeOf(registered, input, owner, { stays: aboutFixtures })
      const expected = aboutFixtures ? 'nothing' : 'everything'
      const words =
        complaint(outcome, expected, operation, aboutFixtures, ours.marker) ??
        ('said' in outcome && outcome.said.includes(ours.marker) ? `shows ${ours.marker}` : null)
      if (words) wrong.push(`${JSON.stringify(input)}: ${words}`)
    }
    expect(wrong).toEqual([])
    const changed = changedTables(before, await everyRow()).map((name) => name.split(' of ')[0])
    expect(changed).toEqual(operation.auditRefusal ? ['audit.entry'] : [])
  })

  it('is in the audit log when it changes, exports or reads personal data', () => {
    expect(operation.audit !== undefined).toBe(operation.effect !== 'read' || operation.personalData === true)
  })
})
