import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { createList } from '../operations/lists/create-list.ts'
import type { FilterStep } from '../rules/lists/query.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

const filter = (name: string, input: Record<string, unknown>): FilterStep => ({
  kind: 'filter',
  filter: name,
  input,
})
const active = filter('membership', { standing: ['active'] })

/** The lists that an organiser of the invented district has made. */
const made = [
  {
    name: 'Unga medlemmar med telefon',
    description: 'Att ringa inför ungdomskvällen.',
    shared: true,
    steps: [active, filter('age', { from: 18, to: 29 }), filter('contact', { way: 'phone' })],
    columns: ['name', 'homeUnit', 'phone', 'age'] as const,
  },
  {
    name: 'Har inte betalat',
    description: 'Påminnelse om medlemsavgiften.',
    shared: true,
    steps: [filter('membership', { standing: ['lapsed'] })],
    columns: ['name', 'homeUnit', 'email', 'paidUntil'] as const,
  },
  {
    name: 'Fyller år i december',
    description: '',
    shared: false,
    steps: [active, filter('birthday', { from: '12-01', to: '12-31' })],
    columns: ['name', 'homeUnit', 'birthDate'] as const,
  },
]

/** Makes the demo's lists, and gives them to the organiser. @param call calls an operation as the person at the machine */
export async function loadListsDemo(
  call: Call,
  owner: Kysely<Tables>,
  {
    organisationId,
    unitId,
    organiserUserId,
  }: { organisationId: string; unitId: string; organiserUserId: string },
): Promise<void> {
  const ids: string[] = []
  for (const { steps, columns, ...list } of made) {
    const query = { where: { kind: 'and' as const, steps }, sample: null }
    const { listId } = await call(createList, { ...list, unitId, query, columns: [...columns] })
    ids.push(listId)
  }
  const organiser = await owner
    .selectFrom('account.user')
    .select('name')
    .where('id', '=', organiserUserId)
    .executeTakeFirstOrThrow()
  await owner
    .updateTable('people.list')
    .set({ owner_user_id: organiserUserId, owner_name: organiser.name })
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .execute()
}
