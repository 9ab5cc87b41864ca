import { readEmail, readPhone, readPostalCode, type Address, type ContactKind } from '../contact.ts'
import { tidyName } from '../names.ts'

/** A way to reach somebody as it was written. */
export type WrittenContact = {
  kind: ContactKind
  /** The address of e-mail, or the number. */
  value?: string | undefined
  careOf?: string | undefined
  street?: string | undefined
  postalCode?: string | undefined
  city?: string | undefined
  /** Two letters; Sweden when it is left out. */
  country?: string | undefined
}

export type ReadContact = { kind: 'email' | 'phone'; value: string } | { kind: 'address'; address: Address }

/** What is wrong in it: the field, and the key of the sentence. */
export type ContactFault = { field: 'value' | 'street' | 'postalCode' | 'city' | 'country'; fault: string }

/** Reads a way to reach somebody: an address of e-mail, a number as it is dialled, or a postal address. */
export function readContact(written: WrittenContact): ReadContact | ContactFault {
  if (written.kind === 'email') {
    const value = readEmail(written.value ?? '')
    return value ? { kind: 'email', value } : { field: 'value', fault: 'contact.email' }
  }
  if (written.kind === 'phone') {
    const value = readPhone(written.value ?? '')
    return value ? { kind: 'phone', value } : { field: 'value', fault: 'contact.phone' }
  }
  const country = tidyName(written.country ?? '').toUpperCase() || 'SE'
  if (!/^[A-Z]{2}$/.test(country)) return { field: 'country', fault: 'contact.country' }
  const given = tidyName(written.postalCode ?? '')
  const postalCode = country === 'SE' && given ? readPostalCode(given) : given
  if (postalCode === null) return { field: 'postalCode', fault: 'contact.postalCode' }
  const address: Address = {
    careOf: tidyName(written.careOf ?? ''),
    street: tidyName(written.street ?? ''),
    postalCode,
    city: tidyName(written.city ?? ''),
    country,
  }
  const isEmpty = !address.street && !address.postalCode && !address.city
  return isEmpty ? { field: 'street', fault: 'contact.address' } : { kind: 'address', address }
}

/**
 * What a Swedish postal address lacks for a letter to arrive. The register takes a town without a street, as people
 * are known; who writes their own address has all of it.
 */
export function addressFaults({ street, postalCode, city }: Omit<WrittenContact, 'kind'>): ContactFault[] {
  const faults: (ContactFault | null)[] = [
    street ? null : { field: 'street', fault: 'input.required' },
    readPostalCode(postalCode ?? '') ? null : { field: 'postalCode', fault: 'contact.postalCode' },
    city ? null : { field: 'city', fault: 'input.required' },
  ]
  return faults.filter((fault) => fault !== null)
}
