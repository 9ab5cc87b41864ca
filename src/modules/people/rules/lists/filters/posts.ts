import { z } from 'zod'
import type { PersonFacts } from '../facts.ts'
import { filterRule, type Reference } from '../filter.ts'

const day = z.iso.date()

/** Holds a role in one of the organisation's bodies on a day: in any, or in a certain one. */
export const roleRule = filterRule({
  name: 'role',
  part: 'memberships',
  input: z.strictObject({
    bodyId: z.uuid().optional(),
    standing: z.enum(['ordinary', 'substitute']).optional(),
    asOf: day.optional(),
  }),
  fields: [
    { name: 'bodyId', as: 'body' },
    { name: 'standing', as: 'choice', options: ['', 'ordinary', 'substitute'] },
    { name: 'asOf', as: 'day', optional: true },
  ],
  phrase: ({ bodyId, standing, asOf }, names) => ({
    key: 'say.role',
    params: {
      body: (bodyId && names.get(bodyId)) ?? 'none',
      standing: standing ?? 'none',
      asOf: asOf ?? 'none',
    },
  }),
  references: ({ bodyId }): Reference[] => (bodyId ? [{ kind: 'body', id: bodyId }] : []),
  holds: ({ bodyId, standing, asOf }, { roles }, { today }) =>
    roles.some(
      (each) =>
        (bodyId === undefined || each.bodyId === bodyId) &&
        (standing === undefined || each.standing === standing) &&
        isHeld(each, asOf ?? today),
    ),
})

/** Sits in a public body (a council, a committee) on a day: in any, or in a certain one. */
export const mandateRule = filterRule({
  name: 'mandate',
  part: 'memberships',
  input: z.strictObject({
    publicBodyId: z.uuid().optional(),
    seatKind: z.enum(['ordinary', 'deputy']).optional(),
    asOf: day.optional(),
  }),
  fields: [
    { name: 'publicBodyId', as: 'publicBody' },
    { name: 'seatKind', as: 'choice', options: ['', 'ordinary', 'deputy'] },
    { name: 'asOf', as: 'day', optional: true },
  ],
  phrase: ({ publicBodyId, seatKind, asOf }, names) => ({
    key: 'say.mandate',
    params: {
      body: (publicBodyId && names.get(publicBodyId)) ?? 'none',
      seatKind: seatKind ?? 'none',
      asOf: asOf ?? 'none',
    },
  }),
  references: ({ publicBodyId }): Reference[] =>
    publicBodyId ? [{ kind: 'publicBody', id: publicBodyId }] : [],
  holds: ({ publicBodyId, seatKind, asOf }, { mandates }, { today }) =>
    mandates.some(
      (each) =>
        (publicBodyId === undefined || each.publicBodyId === publicBodyId) &&
        (seatKind === undefined || each.seatKind === seatKind) &&
        isHeld(each, asOf ?? today),
    ),
})

function isHeld({ from, to }: PersonFacts['roles'][number] | PersonFacts['mandates'][number], on: string) {
  return from <= on && (to === null || to >= on)
}
