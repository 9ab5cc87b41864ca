import { describe, expect, it } from 'vitest'
import { addressFaults, readContact, type WrittenContact } from './read-contact.ts'

const empty = { careOf: '', street: '', postalCode: '', city: '', country: 'SE' }

describe('a way to reach somebody', () => {
  it.each<[WrittenContact, unknown]>([
    [
      { kind: 'email', value: ' Asa@Example.ORG ' },
      { kind: 'email', value: 'asa@example.org' },
    ],
    [
      { kind: 'email', value: 'asa(at)example' },
      { field: 'value', fault: 'contact.email' },
    ],
    [{ kind: 'email' }, { field: 'value', fault: 'contact.email' }],
    [
      { kind: 'phone', value: '070-123 45 67' },
      { kind: 'phone', value: '+46701234567' },
    ],
    [
      { kind: 'phone', value: '12' },
      { field: 'value', fault: 'contact.phone' },
    ],
    [
      { kind: 'address', street: ' Storgatan  1 ', postalCode: '12345', city: 'Exempelby' },
      {
        kind: 'address',
        address: { ...empty, street: 'Storgatan 1', postalCode: '123 45', city: 'Exempelby' },
      },
    ],
    [
      { kind: 'address', street: 'Karl Johans gate 1', postalCode: '0154', city: 'Oslo', country: 'no' },
      {
        kind: 'address',
        address: {
          ...empty,
          street: 'Karl Johans gate 1',
          postalCode: '0154',
          city: 'Oslo',
          country: 'NO',
        },
      },
    ],
    [
      { kind: 'address', postalCode: '0154' },
      { field: 'postalCode', fault: 'contact.postalCode' },
    ],
    [
      { kind: 'address', country: 'Sverige', city: 'X' },
      { field: 'country', fault: 'contact.country' },
    ],
    [
      { kind: 'address', careOf: 'Berg' },
      { field: 'street', fault: 'contact.address' },
    ],
  ])('%j', (written, read) => {
    expect(readContact(written)).toEqual(read)
  })
})

describe('an address where letters arrive', () => {
  it.each([
    [{ street: 'Storgatan 1', postalCode: '12345', city: 'Exempelby' }, []],
    [{ street: 'Storgatan 1', postalCode: '0154', city: 'Exempelby' }, ['postalCode']],
    [{ postalCode: '123 45' }, ['street', 'city']],
    [{}, ['street', 'postalCode', 'city']],
  ])('%j', (written, fields) => {
    expect(addressFaults(written).map(({ field }) => field)).toEqual(fields)
  })
})
