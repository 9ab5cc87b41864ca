import { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import type { RegisterPlace } from '../../store/persons/read-register.ts'

/** Where the next page of the register begins. */
export const registerCursor = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/)
  .describe('`next` of the page before')

const place = z.tuple([z.string(), z.string(), z.uuid()])

export function cursorOf({ familyOrder, givenOrder, id }: RegisterPlace): string {
  return Buffer.from(JSON.stringify([familyOrder, givenOrder, id])).toString('base64url')
}

/** @throws {Problem} invalidInput for one that no page gave */
export function placeOf(cursor: string): RegisterPlace {
  try {
    const [familyOrder, givenOrder, id] = place.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    )
    return { familyOrder, givenOrder, id }
  } catch {
    throw new Problem('invalidInput', { issues: [{ path: ['after'], message: 'person.cursor' }] })
  }
}
