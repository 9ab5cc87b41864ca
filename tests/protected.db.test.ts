/**
 * Somebody whose identity is protected is shown by no operation but those made for it. Every operation there is is tried
 * by everybody who is trusted in the person's own unit; one that is added later is here by itself.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import { seesProtected } from '#platform/access/policy.ts'
import { roles } from '#platform/access/roles.ts'
import { callOperation, type Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { accessTenant, type AccessTenant } from './support/access-tenant.ts'
import { openTestOffice, type TestOffice } from './support/test-office.ts'

const all = createRegistry(modules).all
const hiding = all.filter(({ operation }) => !seesProtected(operation.policy))
const showing = all.filter(({ operation }) => seesProtected(operation.policy))

let office: TestOffice
let tenant: AccessTenant

beforeAll(async () => {
  office = await openTestOffice()
  tenant = await accessTenant(office, 'gransund')
}, 120_000)
afterAll(() => office.close())

class Undo extends Error {
  readonly output: unknown
  constructor(output: unknown) {
    super('undone')
    this.output = output
  }
}

const undoing: NonNullable<Caller['around']> = async (_, run) => {
  throw new Undo(await run())
}

/** What a call says, whatever comes of it; nothing of it stays. */
async function said(
  { module, operation }: { module: string; operation: Operation },
  input: unknown,
  caller: Caller,
): Promise<string> {
  try {
    return await words(
      await callOperation(office.application.host, module, operation, input, { ...caller, around: undoing }),
    )
  } catch (error) {
    if (error instanceof Undo) return words(error.output)
    const { detail, issues, facts } = error as { detail?: unknown; issues?: unknown; facts?: unknown }
    return words({ detail, issues, facts })
  }
}

async function words(output: unknown): Promise<string> {
  if (output instanceof Blob) return output.text()
  return (
    JSON.stringify(output, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
  )
}

/** An input with each person in it replaced by the one who is protected. */
function aboutProtected(input: unknown, ids: ReadonlySet<unknown>, protectedId: string): unknown {
  if (ids.has(input)) return protectedId
  if (Array.isArray(input)) return input.map((each) => aboutProtected(each, ids, protectedId))
  if (typeof input === 'object' && input !== null && !(input instanceof Blob)) {
    return Object.fromEntries(
      Object.entries(input).map(([name, value]) => [name, aboutProtected(value, ids, protectedId)]),
    )
  }
  return input
}

const shows = (text: string) => /Gömd|gomd\./i.test(text)

describe('a protected identity', () => {
  it.each(hiding)('is not shown by $operation.name', async (registered) => {
    const { people } = tenant.fixtures
    const persons = new Set<unknown>([people.personId, people.otherPersonId])
    const example = registered.operation.example(tenant.fixtures)
    const inputs = [example, aboutProtected(example, persons, people.protectedPersonId)]
    const callers = [
      ...roles.map((role) => tenant.person({ roles: [role], place: 'own' as const })),
      tenant.person({ roles, place: 'above' }),
      tenant.person({ roles: [], place: 'own', own: true }),
      tenant.anonymous,
    ]
    const told: string[] = []
    for (const caller of callers) {
      for (const input of inputs) {
        const text = await said(registered, input, caller)
        if (shows(text)) told.push(text.slice(0, 300))
      }
    }
    expect(told).toEqual([])
  })

  it('is shown by what is made for it, or nothing here would be tried at all', async () => {
    const caller = tenant.person({ roles: ['registrar'], place: 'own' })
    const told: string[] = []
    for (const registered of showing) {
      const text = await said(registered, registered.operation.example(tenant.fixtures), caller)
      if (shows(text)) told.push(registered.operation.name)
    }
    expect(told).toEqual(expect.arrayContaining(['get-protected-person', 'list-protected-persons']))
  })
})
