import { z } from 'zod'
import { organisers } from '../../people-roles.ts'
import { homeWays, pageStates } from '../../rules/joining/join-page.ts'
import type { Policy } from '#platform/access/policy.ts'

export const pageId = z.uuid()
/** The part of the address that names a join page. */
export const pageSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(90)
export const token = z.string().min(1).max(200)
export const day = z.iso.date()

/** Those who organise keep the pages that people join by; nobody's record is seen there. */
export const pagePolicy = { allow: 'roles', roles: organisers } as const satisfies Policy

/** What is decided about a join page. */
export const pageTerms = {
  title: z.string().trim().min(1).max(200),
  words: z.string().trim().max(4000).default('').describe('What the reader is told above the form'),
  home: z
    .enum(homeWays)
    .describe('How the home unit is found: set, chosen by the joiner, or found from the postal code'),
  homeUnitId: z.uuid().describe('The home unit that is set, else the one for whom no other is found'),
  extraUnitId: z.uuid().nullable().default(null).describe('An interest association that is joined as well'),
  purposes: z.array(z.string().max(60)).max(10).default([]).describe('What consent is asked for'),
  source: z.string().trim().min(1).max(100).describe('What those who join by it are counted under'),
  target: z.int().min(1).max(1_000_000).nullable().default(null),
  opensOn: day.optional().describe('Today when it is left out'),
  closesOn: day.nullable().default(null).describe('The last day'),
  maxUses: z.int().min(1).max(1_000_000).nullable().default(null),
}

export const shownPage = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  slug: z.string(),
  title: z.string(),
  words: z.string(),
  home: z.enum(homeWays),
  homeUnitId: z.uuid(),
  extraUnitId: z.uuid().nullable(),
  purposes: z.array(z.string()),
  source: z.string(),
  target: z.int().nullable(),
  opensOn: z.string(),
  closesOn: z.string().nullable(),
  maxUses: z.int().nullable(),
  uses: z.int(),
  state: z.enum(pageStates),
  link: z.url(),
})

export const shownUnit = z.object({ id: z.uuid(), name: z.string(), depth: z.int(), beside: z.boolean() })
