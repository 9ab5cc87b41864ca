import { describe, expect, it } from 'vitest'
import { addressLine, readEmail, readPhone, readPostalCode, shownPhone } from './contact.ts'

describe('ways to reach somebody', () => {
  it.each([
    ['070-123 45 67', '+46701234567'],
    ['0046701234567', '+46701234567'],
    ['+46 (0)70 123 45 67', '+46701234567'],
    ['08-12 34 56 78', '+46812345678'],
    ['+47 22 12 34 56', '+4722123456'],
    ['070-12', null],
    ['ring mig', null],
    ['', null],
  ])('%s is the number %s', (text, number) => {
    expect(readPhone(text)).toBe(number)
  })

  it('shows a number as it is read aloud', () => {
    expect(shownPhone('+46701234567')).toBe('070-123 45 67')
    expect(shownPhone('+4722123456')).toBe('+47 22 12 34 56')
  })

  it.each([
    ['Disa.Exempel@Example.org ', 'disa.exempel@example.org'],
    ['Disa Exempel <disa@example.org>', 'disa@example.org'],
    ['mailto:disa@example.org', 'disa@example.org'],
    ['disa@example', null],
    ['disa example.org', null],
    ['', null],
  ])('%s is the address %s', (text, email) => {
    expect(readEmail(text)).toBe(email)
  })

  it.each([
    ['12345', '123 45'],
    ['S-123 45', '123 45'],
    ['se-12345', '123 45'],
    ['012 34', null],
    ['1234', null],
    ['123456', null],
  ])('%s is the postal code %s', (text, code) => {
    expect(readPostalCode(text)).toBe(code)
  })

  it('writes an address in one line', () => {
    const address = {
      careOf: '',
      street: 'Storgatan 1',
      postalCode: '123 45',
      city: 'Exempelstad',
      country: 'SE',
    }
    expect(addressLine(address)).toBe('Storgatan 1, 123 45 Exempelstad')
    expect(addressLine({ ...address, careOf: 'Prov', country: 'NO' })).toBe(
      'c/o Prov, Storgatan 1, 123 45 Exempelstad, NO',
    )
  })
})
