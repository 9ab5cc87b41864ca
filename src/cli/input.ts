import { openAsBlob } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { RegisteredOperation } from '../platform/operations/registry.ts'
import { coerceWords } from '../platform/operations/rest/coerce.ts'
import { fileFields, inputSchemaOf } from '../platform/operations/rest/json-schema.ts'
import { fieldNames } from './call-operation.ts'
import { WrongUse } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import type { Terminal } from './terminal.ts'
import { takeOption, type Said } from './words.ts'

/**
 * The operation's input: what stands in the JSON, and over it what was said field by field. A field that takes a
 * file is given its path; one that takes a list may be said several times.
 * @throws {WrongUse} for fields that do not exist, files that cannot be read, JSON that is none
 */
export async function inputFrom(
  { operation }: RegisteredOperation,
  said: Said,
  terminal: Terminal,
): Promise<Record<string, unknown>> {
  const t = cliTexts.in(terminal.language)
  const names = fieldNames(operation.input)
  const json = names.includes('json') ? null : takeOption(said, 'json', t('wrong.twice', { name: 'json' }))
  const whole = json === null ? {} : await readJson(json, terminal)
  for (const name of said.options.keys()) {
    if (names.includes(name)) continue
    throw new WrongUse(
      names.length > 0
        ? t('wrong.field', { operation: operation.name, name, names: names.join(', ') })
        : t('wrong.noFields', { operation: operation.name, name }),
    )
  }
  const schema = inputSchemaOf(operation.input)
  const files = fileFields(schema)
  const fields: Record<string, unknown> = {}
  for (const [name, values] of said.options) {
    const field = schema.properties?.[name]
    const isList = typeof field === 'object' && field.type === 'array'
    const read = files.includes(name)
      ? await Promise.all(values.map((path) => openFile(path, terminal)))
      : values
    fields[name] = isList || values.length > 1 ? read : read[0]
  }
  return { ...whole, ...(coerceWords(operation.input, fields) as Record<string, unknown>) }
}

async function readJson(said: string, terminal: Terminal): Promise<Record<string, unknown>> {
  const t = cliTexts.in(terminal.language)
  const text =
    said === '-'
      ? await terminal.input()
      : said.startsWith('@')
        ? await readFile(said.slice(1), 'utf8').catch(() => {
            throw new WrongUse(t('wrong.noFile', { path: said.slice(1) }))
          })
        : said
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new WrongUse(t('wrong.json', { reason: (error as Error).message }))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new WrongUse(t('wrong.jsonObject', { example: '{"year": 2025}' }))
}

/** Media types by the end of a file's name: what people send, and what operations ask for. */
const mediaTypes: Partial<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
}

/** A file as a form would send it; its bytes are read when they are asked for. */
async function openFile(path: string, terminal: Terminal): Promise<File> {
  const type = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new WrongUse(cliTexts.in(terminal.language)('wrong.noFile', { path }))
  return new File([await openAsBlob(path)], basename(path), { type })
}
