import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnFields, type ColumnMeaning } from './columns.ts'
import { readRow, splitName, type RowReading } from './read-row.ts'

const today = '2026-11-22'

/** Reads cells given by what their columns mean. */
function read(cells: Partial<Record<ColumnMeaning, string>>, fields: RowReading['fields'] = []) {
  const columns = Object.keys(cells) as ColumnMeaning[]
  return readRow(
    Object.values(cells).map((cell) => cell ?? ''),
    7,
    { columns, fields, today },
  )
}

function faults(cells: Partial<Record<ColumnMeaning, string>>): string[] {
  const found = read({ givenName: 'Anna', ...cells })
  return 'reasons' in found ? found.reasons.map(({ key }) => key) : []
}

function person(cells: Partial<Record<ColumnMeaning, string>>) {
  const found = read({ givenName: 'Anna', ...cells })
  if (!('person' in found)) throw new Error(JSON.stringify(found.reasons))
  return found.person
}

describe('a row', () => {
  it.each<[string, Partial<Record<ColumnMeaning, string>>, string[]]>([
    ['a check digit that is wrong', { personalNumber: '19121212-1213' }, ['personalNumberCheckDigit']],
    ['a personal number of a day that is none', { personalNumber: '19990230-1234' }, ['personalNumberDate']],
    ['a personal number too short', { personalNumber: '12345' }, ['personalNumberForm']],
    [
      'another birth date than the number has',
      { personalNumber: '19121212-1212', birthDate: '1912-12-13' },
      ['birthDateDiffers'],
    ],
    ['29 feb in a common year', { memberSince: '29 feb 2023' }, ['dateNoSuchDay']],
    ['day nought', { memberSince: '1900-00-00' }, ['dateNoSuchDay']],
    ['a word for a date', { paidUntil: 'snart' }, ['dateForm']],
    ['born tomorrow', { birthDate: '2026-11-23' }, ['dateInFuture']],
    ['a member from tomorrow', { memberSince: '2026-11-23' }, ['dateInFuture']],
    ['a year with a slip in it', { memberSince: '0224-03-01' }, ['dateYear']],
    ['no given name', { givenName: '  ' }, ['nameMissing']],
    ['a name of 201 letters', { familyName: 'å'.repeat(201) }, ['nameTooLong']],
    ['what is no address of e-mail', { email: 'anna@' }, ['email']],
    ['what is no number', { phone: '12' }, ['phone']],
    ['a postal code of four figures', { postalCode: '1234' }, ['postalCode']],
    ['a country nobody knows', { country: 'Långtbortistan', city: 'X' }, ['country']],
    ['a standing nobody knows', { standing: 'kanske' }, ['standing']],
    ['two faults at once', { email: 'x', personalNumber: 'y' }, ['email', 'personalNumberForm']],
    ['a name of one letter', { familyName: 'Å' }, []],
    ['a name of 200 letters', { familyName: 'ß'.repeat(200) }, []],
    ['200 pictures, which are two units each', { familyName: '🌹'.repeat(200) }, []],
    ['a foreign postal code', { postalCode: '0150', country: 'Norge' }, []],
    ['a personal number of ten figures', { personalNumber: '121212+1212' }, []],
  ])('with %s', (_, cells, expected) => {
    expect(faults(cells)).toEqual(expected)
  })

  it('keeps pictures and writing from right to left, without marks that cannot be seen', () => {
    const kept = person({ givenName: '\u202eعائشة\u202c', familyName: 'الخطيب 🎉' })
    expect([kept.givenName, kept.familyName]).toEqual(['عائشة', 'الخطيب 🎉'])
  })

  it('is read in the register’s own forms', () => {
    expect(
      person({
        personalNumber: '191212121212',
        email: 'Anna@Example.org; anna2@example.org',
        phone: '070-174 06 05 / 0046701740606',
        postalCode: '12345',
        city: 'Exempelby',
        standing: 'Utträdd',
        tags: 'Valarbetare, Ny; ny',
        language: 'engelska',
      }),
    ).toMatchObject({
      line: 7,
      personalNumber: '19121212-1212',
      birthDate: '1912-12-12',
      emails: ['anna@example.org', 'anna2@example.org'],
      phones: ['+46701740605', '+46701740606'],
      address: { postalCode: '123 45', city: 'Exempelby', country: 'SE' },
      standing: 'left',
      tags: ['Valarbetare', 'Ny'],
      language: 'en',
    })
  })

  it('takes away the apostrophe that our own files put before a formula', () => {
    expect(person({ familyName: `'=1+1` }).familyName).toBe('=1+1')
    expect(person({ familyName: `O'Hara` }).familyName).toBe(`O'Hara`)
  })

  it('reads own fields by their types', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    const field = (type: 'number' | 'yesNo' | 'choices' | 'date', cell: string) => {
      const found = read({ givenName: 'Anna', [`field:${id}`]: cell }, [
        { id, key: 'x', label: 'X', type, choices: ['Röd', 'Grön'] },
      ])
      return 'person' in found ? found.person.fields[0]?.values : found.reasons[0]?.key
    }
    expect(field('number', '1 234,5')).toEqual(['1234.5'])
    expect(field('number', 'många')).toBe('number')
    expect(field('yesNo', 'Ja')).toEqual(['yes'])
    expect(field('choices', 'grön; röd')).toEqual(['Grön', 'Röd'])
    expect(field('choices', 'blå')).toBe('choice')
    expect(field('date', '1/3 2024')).toEqual(['2024-03-01'])
  })

  it('says when no column at all is the name', () => {
    const found = readRow(['Anna'], 2, { columns: ['email'], fields: [], today })
    expect('reasons' in found && found.reasons.map(({ key }) => key)).toContain('nameColumnMissing')
  })

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (cells) => {
        const found = readRow(cells, 1, { columns: columnFields, fields: [], today })
        expect('person' in found || found.reasons.length > 0).toBe(true)
      }),
    )
  })
})

it.each([
  ['Svensson, Anna Maria', ['Anna Maria', 'Svensson']],
  ['Anna Maria Svensson', ['Anna Maria', 'Svensson']],
  ['Carl von Exempel', ['Carl', 'von Exempel']],
  ['Madonna', ['Madonna', '']],
  ['Svensson,', ['Svensson', '']],
])('splits %s', (text, parts) => {
  expect(splitName(text)).toEqual(parts)
})
