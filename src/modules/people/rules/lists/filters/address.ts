import { z } from 'zod'
import type { PersonFacts } from '../facts.ts'
import { filterRule } from '../filter.ts'

const digits = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{1,5}$/, 'list.postalDigits'))

/** Lives in postal codes that begin with some digits, or between two such beginnings: `11`, `113`–`118`, `113 20`. */
export const postalCodeRule = filterRule({
  name: 'postalCode',
  part: 'contact',
  input: z
    .strictObject({ from: digits, to: digits.optional() })
    .refine(({ from, to }) => to === undefined || bounds({ from, to }).from <= bounds({ from, to }).to, {
      error: 'list.backwards',
      path: ['to'],
    }),
  fields: [
    { name: 'from', as: 'text' },
    { name: 'to', as: 'text', optional: true },
  ],
  phrase: ({ from, to }) => ({
    key: to ? 'say.postalCodes' : 'say.postalCode',
    params: { from, to: to ?? '' },
  }),
  holds(input, person) {
    const { from, to } = bounds(input)
    return addresses(person).some(({ postalCode }) => postalCode >= from && postalCode <= to)
  },
})

/** The first and the last postal code of the span as they are written: `113 00`, `118 99`. */
export function bounds({ from, to }: { from: string; to?: string | undefined }): {
  from: string
  to: string
} {
  return { from: written(from.padEnd(5, '0')), to: written((to ?? from).padEnd(5, '9')) }
}

const written = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** Lives in a place, by the name in the address; large and small letters are the same. */
export const cityRule = filterRule({
  name: 'city',
  part: 'contact',
  input: z.strictObject({ city: z.string().trim().min(1).max(100) }),
  fields: [{ name: 'city', as: 'text' }],
  phrase: ({ city }) => ({ key: 'say.city', params: { city } }),
  holds: ({ city }, person) =>
    addresses(person).some((each) => each.city.toLowerCase() === city.toLowerCase()),
})

function addresses({ contacts }: PersonFacts) {
  return contacts.filter(({ kind }) => kind === 'address')
}
