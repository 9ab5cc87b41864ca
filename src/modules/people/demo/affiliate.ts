import type { z } from 'zod'
import type { Operation } from '#platform/operations/operation.ts'
import { createPerson } from '../operations/persons/create-person.ts'
import { appointPerson } from '../operations/posts/appoint-person.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

const members = [
  ['Ella', 'Ungmark'],
  ['Noah', 'Ungmark'],
  ['Alva', 'Påhittlund'],
  ['Liam', 'Exempelfors'],
  ['Saga', 'Låtsasgren'],
  ['Omar', 'Diktberg'],
  ['Tyra', 'Fantasivik'],
] as const

/** Gives the invented youth league members, whom only its own see, and lets one of them sit where it has a right to. */
export async function loadAffiliateDemo(
  call: Call,
  { affiliateId, seatId }: { affiliateId: string; seatId: string },
): Promise<void> {
  for (const [at, [givenName, familyName]] of members.entries()) {
    const { personId } = await call(createPerson, {
      unitId: affiliateId,
      givenName,
      familyName,
      birthDate: `200${at}-0${at + 1}-15`,
      membership: { status: 'active', from: '2025-01-01' },
    })
    if (at === 0) await call(appointPerson, { personId, seatId, from: '2025-03-01', decision: 'Kongressen' })
  }
}
