import { expect, it } from 'vitest'
import { headingRow, headingText, meaningOf, proposedColumns, repeatedHeadings } from './columns.ts'

const fields = [{ id: 'f1', key: 'shirtSize', label: 'Tröjstorlek' }]

it.each([
  ['Förnamn', 'givenName'],
  ['EFTERNAMN', 'familyName'],
  ['Personnr', 'personalNumber'],
  ['Född', 'birthDate'],
  ['E-post', 'email'],
  ['E-postadress', 'email'],
  ['E-mail address', 'email'],
  ['Mobil', 'phone'],
  ['Mobil (privat)', 'phone'],
  ['Telefon 2', 'phone'],
  ['Adress', 'street'],
  ['C/O', 'careOf'],
  ['Post nr', 'postalCode'],
  ['Ort', 'city'],
  ['Lokalförening', 'unit'],
  ['Medlem sedan', 'memberSince'],
  ['Betald t.o.m.', 'paidUntil'],
  ['Tröjstorlek', 'field:f1'],
  ['Skostorlek', null],
  ['', null],
])('knows the heading %s', (heading, meaning) => {
  expect(meaningOf(heading, fields)).toBe(meaning)
})

it('reads the first of several columns for what a person has one of, and all for what there are several of', () => {
  expect(proposedColumns(['Namn', 'Namn', 'E-post', 'E-post', 'Ort', 'Stad'], [])).toEqual([
    'name',
    'ignore',
    'email',
    'email',
    'city',
    'ignore',
  ])
  expect(proposedColumns(['Namn', 'Förnamn', 'Efternamn'], [])).toEqual(['ignore', 'givenName', 'familyName'])
  expect(repeatedHeadings(['Namn', 'E-post', 'namn', ''])).toEqual([{ heading: 'Namn', columns: [0, 2] }])
})

it('finds the headings in a file of 300 columns, under a title', () => {
  const wide = Array.from({ length: 300 }, (_, at) => `Uppgift ${at}`)
  wide[7] = 'Förnamn'
  wide[299] = 'E-post'
  expect(headingRow([['Medlemslista 2026'], [], wide, wide.map(() => 'x')], [])).toBe(2)
  const columns = proposedColumns(wide, [])
  expect(columns.flatMap((meaning, at) => (meaning === 'ignore' ? [] : [[at, meaning]]))).toEqual([
    [7, 'givenName'],
    [299, 'email'],
  ])
  expect(headingText(wide)).toBe(headingText(wide.map((heading) => heading.toUpperCase())))
})

it('takes the first row that says anything when no heading is known', () => {
  expect(headingRow([[''], ['Kund', 'Kanal'], ['a', 'b']], [])).toBe(1)
})
