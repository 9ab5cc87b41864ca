import { z } from 'zod'
import { membershipKinds } from '../../rules/membership.ts'

export const ruleShape = z.object({
  kinds: z.array(z.enum(membershipKinds)).min(1, 'voting.chooseKind').describe('Which memberships vote'),
  leastDays: z.int().min(0).max(3660).default(0).describe('For so many days one must have been a member'),
  paid: z.boolean().default(false).describe('Must the fee be paid on the day?'),
  below: z.boolean().default(false).describe('Do members of the units below vote too?'),
  decision: z.string().trim().max(300).default('').describe('Where it was decided, in words'),
})

export const votersInput = z.object({
  unitId: z.uuid(),
  asOf: z.iso.date().optional().describe('Today when it is left out'),
})
