/**
 * Whoever is shown by name to somebody finds that in the log ("who has read about me"). Every operation that reads or takes
 * out personal data is tried; one that is added later is here by itself.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import { roles } from '#platform/access/roles.ts'
import { callOperation } from '#platform/operations/call.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { accessTenant, type AccessTenant } from './support/access-tenant.ts'
import { openTestOffice, type TestOffice } from './support/test-office.ts'

const reading = createRegistry(modules).all.filter(
  ({ operation }) => operation.personalData === true || operation.effect === 'export',
)

/**
 * Those who recruit have agreed to be named to one another; and the log says of whom by number, to those who look after it.
 */
const exempt = new Set(['get-own-recruiting', 'list-audit-entries', 'export-audit-entries'])

let office: TestOffice
let tenant: AccessTenant
const showing: string[] = []
let persons: { id: string; name: string }[]

beforeAll(async () => {
  office = await openTestOffice()
  tenant = await accessTenant(office, 'synvik')
  const { rows } = await office.application.database.pool.query(
    `select id, trim(given_name || ' ' || family_name) as name from people.person
     where organisation_id = $1 and merged_into is null and erased_at is null`,
    [tenant.organisationId],
  )
  persons = rows
}, 120_000)
afterAll(() => office.close())

async function words(output: unknown): Promise<string> {
  if (output instanceof Blob) return output.text()
  if (output && typeof output === 'object' && 'file' in output && output.file instanceof Blob) {
    return output.file.text()
  }
  return JSON.stringify(output, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

async function namedInLog(operation: string): Promise<Set<string>> {
  const { rows } = await office.application.database.pool.query<{ ids: string[] }>(
    `select coalesce(entry.about_person_ids, array[entry.subject_id::uuid]) as ids from audit.entry entry
     where entry.organisation_id = $1 and entry.operation = $2
       and (entry.about_person_ids is not null or entry.subject_kind = 'person' and entry.subject_id is not null)
     order by entry.at desc, entry.id desc limit 1`,
    [tenant.organisationId, operation],
  )
  return new Set(rows[0]?.ids)
}

describe('somebody who is shown', () => {
  it('is somebody whom the register has, or nothing here would be tried at all', () => {
    expect(persons.length).toBeGreaterThan(5)
    expect(reading.length).toBeGreaterThan(30)
  })

  it.each(reading)('is told of it by $operation.name', async ({ module, operation }) => {
    const example = operation.example(tenant.fixtures)
    const caller =
      operation.policy.allow === 'operator'
        ? { ...tenant.anonymous, actor: { kind: 'operator' as const } }
        : tenant.person({ roles, place: 'above', own: operation.policy.allow === 'signedIn' })
    const { host } = office.application
    const text = await words(await callOperation(host, module, operation, example, caller))
    const shown = persons.filter(({ id, name }) => text.includes(id) || text.includes(name))
    if (exempt.has(operation.name)) return
    if (shown.length > 0) showing.push(operation.name)
    const named = await namedInLog(operation.name)
    expect(shown.filter(({ id }) => !named.has(id))).toEqual([])
  })

  it('was somebody in most answers, or little would have been tried', () => {
    expect(showing).toEqual(
      expect.arrayContaining([
        'export-list',
        'get-body-holders',
        'get-list',
        'list-duplicates',
        'list-members',
        'list-persons',
        'preview-list',
      ]),
    )
  })
})
