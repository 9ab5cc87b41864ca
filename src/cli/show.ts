import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Language } from '../platform/i18n/languages.ts'
import type { Operation } from '../platform/operations/operation.ts'
import { outputSchemaOf, type ObjectSchema } from '../platform/operations/rest/json-schema.ts'
import type { OwnOptions } from './call-operation.ts'
import { WrongUse } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import { alignedTable, type Column } from './table.ts'
import { printValue } from './print-value.ts'
import type { Terminal } from './terminal.ts'

/** Shows what came back: a file is saved, data stands in tables or as JSON. */
export async function showAnswer(
  operation: Operation,
  answer: unknown,
  own: Pick<OwnOptions, 'format' | 'output'>,
  terminal: Terminal,
): Promise<void> {
  if (answer instanceof File) return saveFile(answer, own.output, terminal)
  const text =
    own.format === 'json'
      ? `${JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2)}\n`
      : inTables(answer, outputSchemaOf(operation.output), terminal)
  if (own.output === null) terminal.out(text)
  else await writeFile(own.output, text)
}

async function saveFile(file: File, output: string | null, terminal: Terminal): Promise<void> {
  const t = cliTexts.in(terminal.language)
  if (output === '-') return void process.stdout.write(new Uint8Array(await file.arrayBuffer()))
  // The name comes from elsewhere: only its last part counts, and it writes over nothing.
  const path = output ?? basename(file.name)
  if (output === null && existsSync(path)) throw new WrongUse(t('wrong.exists', { path }))
  await writeFile(path, new Uint8Array(await file.arrayBuffer()))
  const size = new Intl.NumberFormat(terminal.language === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'unit',
    unit: file.size < 1e6 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(file.size / (file.size < 1e6 ? 1e3 : 1e6))
  terminal.error(`${t('saved', { path, size })}\n`)
}

/** An answer as text: what is single on lines of its own, each list of things as a table. */
export function inTables(
  answer: unknown,
  schema: ObjectSchema,
  { language, width }: Pick<Terminal, 'language' | 'width'>,
): string {
  const t = cliTexts.in(language)
  if (!isGroup(answer)) return `${printValue(answer, schema, language)}\n`
  const entries = Object.entries(answer)
  if (entries.length === 0) return `${t('done')}\n`
  const tables = entries.filter(([, value]) => isTable(value))
  const single = entries.filter(([, value]) => !isTable(value))
  const parts: string[] = []
  if (single.length > 0) parts.push(facts(single, schema, language))
  for (const [name, value] of tables) {
    const rows = value as Record<string, unknown>[]
    const title = tables.length > 1 ? `${name}\n` : ''
    parts.push(
      title + (rows.length === 0 ? `${t('nothing')}\n` : table(rows, fieldOf(schema, name), language, width)),
    )
  }
  return parts.join('\n')
}

function facts(entries: [string, unknown][], schema: ObjectSchema, language: Language): string {
  const widest = Math.max(...entries.map(([name]) => name.length))
  return entries
    .map(([name, value]) => `${name.padEnd(widest)}  ${printValue(value, fieldOf(schema, name), language)}\n`)
    .join('')
}

function table(
  rows: Record<string, unknown>[],
  list: ObjectSchema,
  language: Language,
  width: number | null,
): string {
  const schema = (list.items ?? {}) as ObjectSchema
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name): Column => {
    const values = rows.map((row) => row[name])
    return {
      head: name,
      cells: values.map((value) => printValue(value, fieldOf(schema, name), language)),
      numeric: values.every((value) => value === null || value === undefined || typeof value === 'number'),
    }
  })
  return alignedTable(columns, width)
}

function fieldOf(schema: ObjectSchema, name: string): ObjectSchema {
  const field = schema.properties?.[name]
  return typeof field === 'object' ? field : {}
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function isTable(value: unknown): boolean {
  return Array.isArray(value) && value.every(isGroup)
}
