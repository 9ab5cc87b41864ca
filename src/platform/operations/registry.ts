import type { Operation } from './operation.ts'

/** The operations of one module, under its name. */
export type OperationModule = { name: string; operations: readonly Operation[] }

export type RegisteredOperation = { module: string; operation: Operation }

/** Every operation there is, by name. Made once, at start. */
export type Registry = {
  all: readonly RegisteredOperation[]
  find(name: string): RegisteredOperation | undefined
}

/** @throws when two operations share a name or a route: that is a mistake in the code, found at once */
export function createRegistry(modules: readonly OperationModule[]): Registry {
  const all = modules.flatMap((module) =>
    module.operations.map((operation) => ({ module: module.name, operation })),
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
  return { all, find: (name) => byName.get(name) }
}
