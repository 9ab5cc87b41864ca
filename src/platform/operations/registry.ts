import type { Texts } from '../i18n/texts.ts'
import type { TopicRule } from '../realtime/topic-rule.ts'
import type { FixtureSource } from './fixtures.ts'
import type { Operation } from './operation.ts'

/** The operations of one module, under its name, with what the edges need to know about them. */
export type OperationModule = {
  name: string
  operations: readonly Operation[]
  /**
   * What the module says about its operations at every edge, by key:
   * - the `detail` of its problems and the `message` of its schemas' own checks
   * - `module`: what the module is called; `operation.<name>`: the summary in the reader's language
   * - `audit.<name>`: the sentence in the audit log, with the subject's details as parameters
   */
  texts?: ModuleTexts
  /**
   * What the module handles personal data for, as the register of processing lists it (GDPR art. 30): keys whose words
   * stand in `texts` under `processing.<key>.<part>`, for every part of `processingParts`.
   */
  processing?: readonly string[]
  /** What can be listened to, and who may. */
  topics?: readonly TopicRule[]
  /** What examples are made of: invented ids for the documentation, real ones for tests. */
  fixtures?: FixtureSource
}

/** A module's texts whatever their keys are; ask through `sentence`. */
export type ModuleTexts = Pick<Texts<never>, 'in'>

export type RegisteredOperation = { module: string; operation: Operation; texts: ModuleTexts | null }

/** Every operation there is, by name. Made once, at start. */
export type Registry = {
  modules: readonly OperationModule[]
  all: readonly RegisteredOperation[]
  find(name: string): RegisteredOperation | undefined
}

/** @throws when two operations share a name or a route: that is a mistake in the code, found at once */
export function createRegistry(modules: readonly OperationModule[]): Registry {
  const all = modules.flatMap((module) =>
    module.operations.map((operation) => ({
      module: module.name,
      operation,
      texts: module.texts ?? null,
    })),
  )
  const byName = new Map<string, RegisteredOperation>()
  const routes = new Set<string>()
  for (const registered of all) {
    const { name, route } = registered.operation
    const shape = route.replaceAll(/\{[^}]+\}/g, '{}')
    if (byName.has(name)) throw new Error(`Two operations are called ${name}.`)
    if (routes.has(shape)) throw new Error(`Two operations have the route ${route}.`)
    byName.set(name, registered)
    routes.add(shape)
  }
  return { modules, all, find: (name) => byName.get(name) }
}
