import { fileFields, inputSchemaOf } from './json-schema.ts'
import { methodAndPath, pathParameters, restPrefix } from './router.ts'
import { toQuery } from './query.ts'
import type { Operation } from '../operation.ts'

/** The same call in two ways, to copy: over the network by curl, and by the command line. */
export type ExampleCalls = { curl: string; commandLine: string }

/** @param input the operation's example; files are named by their field */
export function exampleCalls(
  module: string,
  operation: Operation,
  input: Record<string, unknown>,
  publicUrl: string,
): ExampleCalls {
  const { method, path } = methodAndPath(operation.route)
  const inPath = pathParameters(path)
  const files = fileFields(inputSchemaOf(operation.input))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
  const query = method === 'GET' ? toQuery(rest).toString() : ''
  const address = `${publicUrl}${restPrefix}${filledPath(path, input)}${query ? `?${query}` : ''}`
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(address)}`,
    ...(operation.policy.allow === 'everyone' ? [] : [`-H "Authorization: Bearer $KANSLI_TOKEN"`]),
    ...(method === 'GET' || Object.keys(rest).length === 0
      ? []
      : files.length > 0
        ? Object.entries(rest).map(([name, value]) =>
            files.includes(name)
              ? `-F ${name}=@${fileName(value)}`
              : `-F ${quoted(`${name}=${asText(value)}`)}`,
          )
        : [`-H "Content-Type: application/json"`, `-d ${quoted(JSON.stringify(rest))}`]),
  ]
  return { curl: lines.join(' \\\n  '), commandLine: commandLine(module, operation, input, files) }
}

function commandLine(
  module: string,
  { name }: Operation,
  input: Record<string, unknown>,
  files: readonly string[],
): string {
  const fields = Object.entries(input)
  const simple = fields.every(([field, value]) => files.includes(field) || typeof value !== 'object')
  const said = simple
    ? fields.map(
        ([field, value]) => `--${field} ${files.includes(field) ? fileName(value) : quoted(asText(value))}`,
      )
    : [`--json ${quoted(JSON.stringify(input))}`]
  return ['npx kansli', module, name, ...said].join(' ')
}

/** A path with its braces filled in. */
export function filledPath(path: string, input: Record<string, unknown>): string {
  return path.replaceAll(/\{\+?([^}]+)\}/g, (_, name: string) => encodeURIComponent(asText(input[name])))
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function fileName(value: unknown): string {
  return value instanceof File ? value.name : 'file'
}

/** A word for the shell: as it is where that is safe, else between apostrophes. */
function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
