import { z } from 'zod'
import { venueAttributes } from '../../rules/venues/attributes.ts'
import { requestStates } from '../../rules/venues/request-steps.ts'
import type { Role } from '#platform/access/roles.ts'

/** Those who keep the register of premises in their units, and ask for better ones. */
export const venueWriters = [
  'owner',
  'registrar',
  'organiser',
  'secretary',
  'board',
] as const satisfies readonly [Role, ...Role[]]

export const venueAttribute = z.enum(venueAttributes)
export const requestState = z.enum(requestStates)

/** What is said of premises. The contact is the owner's office, never somebody's private address or number. */
const facts = {
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().max(300),
  municipality: z.string().trim().max(100),
  /** How many may be in it; null when nobody knows. */
  capacity: z.number().int().min(1).max(100_000).nullable(),
  attributes: z.array(venueAttribute).max(venueAttributes.length),
  remark: z.string().trim().max(2000),
  ownerName: z.string().trim().max(200),
  ownerEmail: z.union([z.literal(''), z.email().max(200)]),
  ownerPhone: z
    .string()
    .trim()
    .regex(/^[0-9+() /-]{0,60}$/, 'venue.phone'),
  costNote: z.string().trim().max(500),
}

/** The same, for those who write: all but the name may be left out. */
export const venueFactFields = { ...z.object(facts).partial().shape, name: facts.name }

/** Premises as they stood on a day. */
export const venueShape = z.object({
  id: z.uuid(),
  /** The unit that keeps them in the register. */
  unitId: z.uuid(),
  ...facts,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})

export const requestShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  /** The unit of the body that asked. */
  unitId: z.uuid(),
  what: z.string(),
  /** What the premises would have then. */
  attribute: z.string().nullable(),
  askedOf: z.string(),
  askedOn: z.iso.date(),
  state: requestState,
  /** The first one when it was asked. */
  steps: z.array(z.object({ state: requestState, day: z.iso.date(), note: z.string() })),
})
