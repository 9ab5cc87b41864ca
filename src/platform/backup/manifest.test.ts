import { expect, it } from 'vitest'
import { headerSchema } from './manifest.ts'

const header = (type: string) => ({
  format: 'kansli-backup',
  version: 1,
  createdAt: '2026-11-22T02:30:00.000Z',
  program: '1.0.0',
  engine: 'server',
  migrations: [{ name: 'platform/0001', checksum: 'x' }],
  tables: [{ schema: 'file', name: 'file', columns: [{ name: 'id', type }] }],
})

it.each([
  ['uuid', true],
  ['timestamp with time zone', true],
  ['timestamp(3) without time zone', true],
  ['numeric(14,2)', true],
  ['text[]', true],
  ['budget."amount"', true],
  ["text from pg_read_file('/etc/passwd')", false],
  ['text), (select 1', false],
  ['text; drop table file.file', false],
  ['', false],
])('takes %s for the type of a column: %s', (type, taken) => {
  expect(headerSchema.safeParse(header(type)).success).toBe(taken)
})
