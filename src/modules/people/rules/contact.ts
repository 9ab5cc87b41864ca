import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { z } from 'zod'

export const contactKinds = ['email', 'phone', 'address'] as const
export type ContactKind = (typeof contactKinds)[number]

const address = z.email()

/** An address of e-mail in small letters; null when it is none. Marks of a copied link and a name before it are taken away. */
export function readEmail(text: string): string | null {
  const bare = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return bare.length <= 254 && address.safeParse(bare).success ? bare : null
}

/**
 * A telephone number as `+46701234567` (E.164); null when there is no such number.
 * @param text as people write it: `070-123 45 67`, `+46 (0)70 123 45 67`, `0046…`; without a country it is Swedish
 */
export function readPhone(text: string): string | null {
  const bare = text.trim().replace(/^00/, '+').replace('(0)', '')
  const number = parsePhoneNumberFromString(bare, 'SE')
  return number?.isValid() ? number.number : null
}

/** A number as it is read aloud: a Swedish one as `070-123 45 67`, others with their country. */
export function shownPhone(value: string): string {
  const number = parsePhoneNumberFromString(value)
  if (!number) return value
  return number.country === 'SE' ? number.formatNational() : number.formatInternational()
}

/** A Swedish postal code as `123 45`; null when it is none. */
export function readPostalCode(text: string): string | null {
  const digits = /^(?:SE?[- ]?)?(\d{3})\s?(\d{2})$/i.exec(text.trim())
  return digits && digits[1]! >= '100' ? `${digits[1]} ${digits[2]}` : null
}

export type Address = { careOf: string; street: string; postalCode: string; city: string; country: string }

/** The address in one line, as it is compared and shown. */
export function addressLine({ careOf, street, postalCode, city, country }: Address): string {
  const place = [postalCode, city].filter(Boolean).join(' ')
  return [careOf && `c/o ${careOf}`, street, place, country === 'SE' ? '' : country]
    .filter(Boolean)
    .join(', ')
}
