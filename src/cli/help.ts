import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '#modules/modules.ts'
import { documentedFixtures } from '../platform/operations/fixtures.ts'
import { interfaceTexts } from '../platform/operations/messages/interface.ts'
import { createRegistry, type RegisteredOperation } from '../platform/operations/registry.ts'
import { exampleCalls } from '../platform/operations/rest/example-calls.ts'
import { fieldKindWords } from '../platform/operations/rest/field-words.ts'
import { fieldsOf } from '../platform/operations/rest/fields.ts'
import { inputSchemaOf } from '../platform/operations/rest/json-schema.ts'
import { loggedSentence, policySentences } from '../platform/operations/rest/policy-sentences.ts'
import { sentence } from '../platform/operations/sentence.ts'
import { WrongUse, type Command } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import { findCommand } from './run.ts'
import type { Terminal } from './terminal.ts'

/** `kansli`: what there is and how it is written. */
export async function listEverything(terminal: Terminal): Promise<number> {
  const { language } = terminal
  const t = cliTexts.in(language)
  const registry = createRegistry(modules)
  const commands = (await everyCommand()).map((command) => [command.name, command.summary[language]] as const)
  const sections = registry.modules
    .filter((module) => module.operations.length > 0)
    .map((module) => ({
      title: `${module.name} (${sentence(module.texts, language, 'module') ?? module.name})`,
      lines: registry.all
        .filter((each) => each.module === module.name)
        .map((each) => [each.operation.name, summaryOf(each, terminal)] as const),
    }))
  const widest = Math.max(
    ...[...commands, ...sections.flatMap(({ lines }) => lines)].map(([name]) => name.length),
  )
  const list = (lines: readonly (readonly [string, string])[]) =>
    lines.map(([name, words]) => `  ${name.padEnd(widest)}  ${words}\n`).join('')
  terminal.out(
    [
      `${t('title')}\n`,
      `${t('usage')}:\n  ${t('usage.operation')}\n  ${t('usage.more')}\n  ${t('usage.help')}\n\n${t('usage.remote')}\n`,
      `${t('commands')}\n${list(commands)}`,
      ...sections.map(({ title, lines }) => `${title}\n${list(lines)}`),
    ].join('\n'),
  )
  return 0
}

/** `kansli help <name>`: a command, or an operation with its fields. */
export async function helpOn(words: readonly string[], terminal: Terminal): Promise<number> {
  const t = cliTexts.in(terminal.language)
  const special = await findCommand(words)
  if (special) {
    terminal.out(
      `${special.command.summary[terminal.language]}\n\n${special.command.help[terminal.language]}\n`,
    )
    return 0
  }
  const registry = createRegistry(modules)
  const name = words.at(-1) ?? ''
  const registered = registry.find(name)
  if (!registered || (words.length > 1 && registered.module !== words[0])) {
    throw new WrongUse(t('wrong.help', { name: words.join(' ') }))
  }
  terminal.out(operationHelp(registered, terminal))
  return 0
}

function operationHelp(registered: RegisteredOperation, terminal: Terminal): string {
  const { module, operation } = registered
  const { language } = terminal
  const t = cliTexts.in(language)
  const say = interfaceTexts.in(language)
  const fields = fieldsOf(inputSchemaOf(operation.input))
  const widest = Math.max(0, ...fields.map((field) => field.name.length))
  const lines = fields.map((field) => {
    const words = [
      fieldKindWords(field, language),
      field.required ? say('field.required') : '',
      field.description,
    ]
    // What lies inside another field can only be said in the JSON.
    const name = /[.[]/.test(field.name) ? `    ${field.name}` : `  --${field.name}`
    return `${name.padEnd(widest + 4)}  ${words.filter(Boolean).join(' · ')}\n`
  })
  const example = operation.example(documentedFixtures(modules)) as Record<string, unknown>
  const who = [
    ...policySentences(operation.policy, language),
    t('operatorMay'),
    loggedSentence(operation, language),
  ]
  return [
    `kansli ${module} ${operation.name}\n${summaryOf(registered, terminal)}\n`,
    `${t('fields')}\n${lines.join('') || `  ${t('noFields')}\n`}`,
    `${t('who')}\n  ${who.filter(Boolean).join(' ')}\n`,
    `${t('example')}\n  ${exampleCalls(module, operation, example, '').commandLine}\n`,
  ].join('\n')
}

function summaryOf({ operation, texts }: RegisteredOperation, { language }: Terminal): string {
  return sentence(texts, language, `operation.${operation.name}`) ?? operation.summary
}

/** Every command that is not an operation, by name. */
async function everyCommand(): Promise<Command[]> {
  const folder = join(import.meta.dirname, 'commands')
  const files = readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file))
  const found = await Promise.all(
    files.map(async (file) => ((await import(join(folder, file))) as { command: Command }).command),
  )
  return found.sort((a, b) => a.name.localeCompare(b.name))
}
