import { modules } from '#modules/modules.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { documentedFixtures } from '#platform/operations/fixtures.ts'
import { problemTexts } from '#platform/operations/messages/problem.ts'
import { problemStatus, type ProblemCode } from '#platform/operations/problem.ts'
import { createRegistry, type RegisteredOperation } from '#platform/operations/registry.ts'
import { exampleCalls, type ExampleCalls } from '#platform/operations/rest/example-calls.ts'
import { fieldsOf, sampleOf, type FieldDescription } from '#platform/operations/rest/fields.ts'
import { inputSchemaOf, isFile, outputSchemaOf } from '#platform/operations/rest/json-schema.ts'
import { loggedSentence, policySentences, scopeSentence } from '#platform/operations/rest/policy-sentences.ts'
import { methodAndPath, pathParameters, restPrefix } from '#platform/operations/rest/router.ts'
import { sentence } from '#platform/operations/sentence.ts'

export type OperationDescription = {
  name: string
  method: string
  path: string
  summary: string
  who: string[]
  key: string | null
  keyOpens: boolean
  logged: string | null
  fields: (FieldDescription & { inPath: boolean })[]
  calls: ExampleCalls
  /** An example of the answer; null when it is a file. */
  answer: string | null
}

export type InterfaceDescription = {
  address: string
  modules: { name: string; title: string; operations: OperationDescription[] }[]
  problems: { code: ProblemCode; status: number; title: string; detail: string }[]
}

const kept = new Map<string, InterfaceDescription>()

/** Everything the page about the interface says, in the reader's language; made once for each. */
export function describeInterface(language: Language, publicUrl: string): InterfaceDescription {
  const key = `${language} ${publicUrl}`
  const description = kept.get(key) ?? describe(language, publicUrl)
  kept.set(key, description)
  return description
}

function describe(language: Language, publicUrl: string): InterfaceDescription {
  const registry = createRegistry(modules)
  const say = problemTexts.in(language)
  return {
    address: `${publicUrl}${restPrefix}`,
    modules: registry.modules
      .filter((module) => module.operations.length > 0)
      .map((module) => ({
        name: module.name,
        title: sentence(module.texts, language, 'module') ?? module.name,
        operations: registry.all
          .filter((registered) => registered.module === module.name)
          .map((registered) => describeOperation(registered, language, publicUrl)),
      })),
    problems: (Object.keys(problemStatus) as ProblemCode[]).map((code) => ({
      code,
      status: problemStatus[code],
      title: say(`title.${code}`),
      detail: say(`detail.${code}`, { requestId: '…', method: '…', allowed: '…' }),
    })),
  }
}

function describeOperation(
  { module, operation, texts }: RegisteredOperation,
  language: Language,
  publicUrl: string,
): OperationDescription {
  const { method, path } = methodAndPath(operation.route)
  const inPath = pathParameters(path)
  const output = outputSchemaOf(operation.output)
  const example = operation.example(documentedFixtures(modules)) as Record<string, unknown>
  return {
    name: operation.name,
    method,
    path,
    summary: sentence(texts, language, `operation.${operation.name}`) ?? operation.summary,
    who: policySentences(operation.policy, language),
    key: scopeSentence(module, operation, language),
    keyOpens: operation.policy.allow !== 'operator',
    logged: loggedSentence(operation, language),
    fields: fieldsOf(inputSchemaOf(operation.input)).map((field) => ({
      ...field,
      inPath: inPath.includes(field.name),
    })),
    calls: exampleCalls(module, operation, example, publicUrl),
    answer: isFile(output) ? null : JSON.stringify(sampleOf(output), null, 2),
  }
}
