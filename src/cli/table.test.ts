import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { outputSchemaOf } from '../platform/operations/rest/json-schema.ts'
import { printFigure } from './print-value.ts'
import { inTables } from './show.ts'

describe('an answer in the terminal', () => {
  const schema = outputSchemaOf(
    z.object({
      title: z.string(),
      at: z.iso.datetime(),
      rows: z.array(
        z.object({
          name: z.string(),
          year: z.number(),
          count: z.number(),
          amount: z.string().nullable().describe('An exact decimal amount as text'),
          chapter: z.string(),
          done: z.boolean(),
          tags: z.array(z.string()),
        }),
      ),
    }),
  )
  const answer = {
    title: 'Budget',
    at: '2026-07-01T10:00:00Z',
    rows: [
      {
        name: 'Trafik',
        year: 2025,
        count: 12345,
        amount: '-70669.50',
        chapter: '5.2',
        done: true,
        tags: ['a', 'b'],
      },
      { name: 'Kultur', year: 2026, count: 7, amount: null, chapter: '5.3', done: false, tags: [] },
    ],
  }

  it('has single things on lines and lists as aligned tables, with figures as they are printed in Sweden', () => {
    expect(inTables(answer, schema, { language: 'sv', width: null }).replaceAll('\u{a0}', '_')).toBe(
      [
        'title  Budget',
        'at     2026-07-01 12:00',
        '',
        'name    year   count  amount      chapter  done  tags',
        '──────  ────  ──────  ──────────  ───────  ────  ────',
        'Trafik  2025  12_345  −70_669,50  5.2      ja    a, b',
        'Kultur  2026       7  –           5.3      nej   –',
        '',
      ].join('\n'),
    )
  })

  it('gives way to the width of the terminal, the widest column first', () => {
    const wide = { rows: [{ name: 'En mycket lång text som inte får plats på raden', year: 2025 }] }
    const lines = inTables(wide, schema, { language: 'sv', width: 30 }).trimEnd().split('\n')
    expect(lines.map((line) => line.length)).toEqual(lines.map((line) => Math.min(line.length, 30)))
    expect(lines[2]).toMatch(/…  2025$/)
  })

  it('says so when there is nothing', () => {
    expect(inTables({ rows: [] }, schema, { language: 'sv', width: null })).toBe('Inget.\n')
    expect(inTables({}, schema, { language: 'en', width: null })).toBe('Done.\n')
  })
})

it.each([
  ['70669.0', '70_669,0', '70,669.0'],
  ['-64.0', '−64,0', '−64.0'],
  ['2025', '2025', '2025'],
  ['1234567', '1_234_567', '1,234,567'],
  ['0.05', '0,05', '0.05'],
])('prints %s as %s, and as %s in English', (text, swedish, english) => {
  expect(printFigure(text, 'sv').replaceAll('\u{a0}', '_')).toBe(swedish)
  expect(printFigure(text, 'en')).toBe(english)
})
