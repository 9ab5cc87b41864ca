import { modules } from '#modules/modules.ts'
import { createRegistry, type RegisteredOperation, type Registry } from '../platform/operations/registry.ts'
import { WrongUse } from './command.ts'
import { inputFrom } from './input.ts'
import { cliTexts } from './messages/cli.ts'
import { showAnswer } from './show.ts'
import type { Terminal } from './terminal.ts'
import { takeApart, takeOption, type Said } from './words.ts'

/** What the command line itself is told, beside the operation's fields. */
export type OwnOptions = {
  organisation: string | null
  format: 'table' | 'json'
  output: string | null
}

/** `<module> <operation> --field value`: on this machine's data, or over the network when there is a key. */
export async function callFromWords(
  args: readonly string[],
  before: ReadonlyMap<string, string>,
  terminal: Terminal,
): Promise<number> {
  const registry = createRegistry(modules)
  const said = takeApart(args)
  const registered = operationOf(registry, said, terminal)
  const own = ownOptionsOf(said, before, registered, terminal)
  const input = await inputFrom(registered, said, terminal)
  const call = terminal.env['KANSLI_TOKEN']
    ? (await import('./remote.ts')).callRemotely
    : (await import('./local.ts')).callLocally
  const progress = terminal.progress(cliTexts.in(terminal.language)('working'))
  try {
    const answer = await call(registry, registered, input, own, terminal, progress.report)
    progress.done()
    await showAnswer(registered.operation, answer, own, terminal)
    return 0
  } finally {
    progress.done()
  }
}

function operationOf(registry: Registry, said: Said, terminal: Terminal): RegisteredOperation {
  const t = cliTexts.in(terminal.language)
  const [moduleName = '', operationName, ...more] = said.words
  const module = registry.modules.find((each) => each.name === moduleName)
  if (!module) throw new WrongUse(t('wrong.module', { name: moduleName }))
  const names = module.operations.map((operation) => operation.name).join(', ')
  if (!operationName) throw new WrongUse(t('wrong.noOperation', { module: moduleName, names }))
  const registered = registry.all.find(
    (each) => each.module === moduleName && each.operation.name === operationName,
  )
  if (!registered)
    throw new WrongUse(t('wrong.operation', { module: moduleName, name: operationName, names }))
  if (more[0] !== undefined) throw new WrongUse(t('wrong.word', { word: more[0] }))
  return registered
}

/** An option that is also a field of the operation belongs to the field, unless it stands before the module. */
function ownOptionsOf(
  said: Said,
  before: ReadonlyMap<string, string>,
  { operation }: RegisteredOperation,
  terminal: Terminal,
): OwnOptions {
  const t = cliTexts.in(terminal.language)
  const fields = fieldNames(operation.input)
  const option = (name: string) =>
    before.get(name) ?? (fields.includes(name) ? null : takeOption(said, name, t('wrong.twice', { name })))
  option('language')
  const format = option('format') ?? 'table'
  if (format !== 'table' && format !== 'json') {
    throw new WrongUse(t('wrong.format', { values: 'table, json', value: format }))
  }
  return { organisation: option('organisation'), format, output: option('output') }
}

/** The names of the fields an operation takes. */
export function fieldNames(schema: RegisteredOperation['operation']['input']): string[] {
  const shape = (schema as { shape?: Record<string, unknown> }).shape
  return shape ? Object.keys(shape) : []
}
