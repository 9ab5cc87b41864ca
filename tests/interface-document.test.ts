import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenAPI } from '@orpc/openapi'
import { beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import { languages } from '#platform/i18n/languages.ts'
import { projectRoot } from '#platform/root.ts'
import { documentedFixtures } from '#platform/operations/fixtures.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { interfaceDocument } from '#platform/operations/rest/document.ts'
import { methodAndPath, pathParameters } from '#platform/operations/rest/router.ts'

const registry = createRegistry(modules)
const operations = registry.all.map((registered) => ({ name: registered.operation.name, ...registered }))
const documents = new Map<string, OpenAPI.Document>()

beforeAll(async () => {
  for (const language of languages) {
    documents.set(
      language,
      await interfaceDocument(registry, { publicUrl: 'https://kansli.example', language, version: '1.0.0' }),
    )
  }
})

function operationIn(language: string, route: string): OpenAPI.OperationObject | undefined {
  const { method, path } = methodAndPath(route)
  const place = documents.get(language)?.paths?.[path] as Record<string, OpenAPI.OperationObject> | undefined
  return place?.[method.toLowerCase()]
}

describe('the interface’s own description', () => {
  it('is an OpenAPI 3.1 document in which every reference leads somewhere', () => {
    for (const document of documents.values()) {
      expect(document.openapi).toMatch(/^3\.1\./)
      const text = JSON.stringify(document)
      for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
        const target = path!
          .split('/')
          .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document)
        expect([path, typeof target]).toEqual([path, 'object'])
      }
    }
  })

  const validator = join(projectRoot, 'node_modules/@seriousme/openapi-schema-validator/index.js')
  it.runIf(existsSync(validator))('is right by the standard’s own schema', async () => {
    const { Validator } = (await import(/* @vite-ignore */ validator)) as {
      Validator: new () => { validate(document: unknown): Promise<{ valid: boolean; errors?: unknown }> }
    }
    for (const document of documents.values()) {
      expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true })
    }
  })
})

describe.each(operations)('$name is described', ({ name, module, operation }) => {
  it.each(languages)('at its address, with who may call it, in %s', (language) => {
    const made = operationIn(language, operation.route)!
    expect(made).toMatchObject({ operationId: name, tags: [module] })
    expect(made.summary).toMatch(/\w/)
    expect(made.description).toMatch(/\w/)
    const open = operation.policy.allow === 'everyone'
    expect(made.security?.length === 0).toBe(open)
    const statuses = Object.keys(made.responses ?? {})
    expect(statuses).toEqual(expect.arrayContaining(['200', '500', ...(open ? [] : ['401', '403'])]))
  })

  it('with an example that it would take, and everything that its address needs', () => {
    const example = operation.example(documentedFixtures(modules)) as Record<string, unknown>
    expect(operation.input.safeParse(example).error?.issues).toBeUndefined()
    const needed = pathParameters(methodAndPath(operation.route).path)
    expect(needed.filter((parameter) => example[parameter] === undefined)).toEqual([])
  })
})
