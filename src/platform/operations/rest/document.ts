import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Language } from '../../i18n/languages.ts'
import { problemAddress } from '../describe-problem.ts'
import { documentedFixtures } from '../fixtures.ts'
import { interfaceTexts } from '../messages/interface.ts'
import { problemTexts } from '../messages/problem.ts'
import { problemStatus, type ProblemCode } from '../problem.ts'
import type { RegisteredOperation, Registry } from '../registry.ts'
import { sentence } from '../sentence.ts'
import { loggedSentence, policySentences, scopeSentence } from './policy-sentences.ts'
import { problemsOf } from './problems-of.ts'
import { methodAndPath, pathParameters, restPrefix, restRouter } from './router.ts'
import { fileFields, inputSchemaOf } from './json-schema.ts'

/**
 * The interface as an OpenAPI 3.1 document, made from the operations: schemas and addresses by oRPC, the rest (who
 * may call, what can go wrong, examples) from what each operation says of itself.
 */
export async function interfaceDocument(
  registry: Registry,
  options: { publicUrl: string; language: Language; version: string },
): Promise<OpenAPI.Document> {
  const { language } = options
  const t = interfaceTexts.in(language)
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const router = restRouter(registry, async () => undefined)
  const document = await generator.generate(router, {
    info: { title: t('title'), version: options.version, description: t('description') },
    servers: [{ url: `${options.publicUrl}${restPrefix}` }],
    tags: registry.modules
      .filter((module) => module.operations.length > 0)
      .map((module) => ({
        name: module.name,
        description: sentence(module.texts, language, 'module') ?? module.name,
      })),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: t('security.key') },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'kansli.session_token',
          description: t('security.session'),
        },
      },
      schemas: { Problem: problemSchema },
      responses: problemResponses(language),
    },
  })
  for (const registered of registry.all) {
    const { method, path } = methodAndPath(registered.operation.route)
    const place = document.paths?.[path] as Record<string, OpenAPI.OperationObject> | undefined
    const found = place?.[method.toLowerCase()]
    if (found) complete(found, registered, registry, language)
  }
  return document
}

function complete(
  made: OpenAPI.OperationObject,
  { module, operation, texts }: RegisteredOperation,
  registry: Registry,
  language: Language,
) {
  const t = interfaceTexts.in(language)
  made.summary = sentence(texts, language, `operation.${operation.name}`) ?? operation.summary
  made.description = [
    ...policySentences(operation.policy, language),
    scopeSentence(module, operation, language),
    loggedSentence(operation, language),
  ]
    .filter(Boolean)
    .join(' ')
  made.security =
    operation.policy.allow === 'everyone'
      ? []
      : operation.policy.allow === 'operator'
        ? [{ session: [] }]
        : [{ session: [] }, { key: [`${module}:${operation.effect}`] }]
  if (operation.effect === 'write') {
    made.parameters = [
      ...(made.parameters ?? []),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        schema: { type: 'string', maxLength: 200 },
        description: t('parameter.idempotencyKey'),
      },
    ]
  }
  addExample(made, operation, registry)
  addAnswers(made, operation, language)
}

function addExample(
  made: OpenAPI.OperationObject,
  operation: RegisteredOperation['operation'],
  registry: Registry,
) {
  const example = operation.example(documentedFixtures(registry.modules)) as Record<string, unknown>
  const { path } = methodAndPath(operation.route)
  const inPath = pathParameters(path)
  for (const parameter of (made.parameters ?? []) as OpenAPI.ParameterObject[]) {
    // oRPC says of every parameter that it may be empty; the operation's schema says when that is so.
    delete parameter.allowEmptyValue
    delete parameter.allowReserved
    const value = example[parameter.name]
    if (value !== undefined) parameter.example = value
  }
  const body = made.requestBody as OpenAPI.RequestBodyObject | undefined
  const json = body?.content['application/json']
  if (json && fileFields(inputSchemaOf(operation.input)).length === 0) {
    json.example = Object.fromEntries(Object.entries(example).filter(([name]) => !inPath.includes(name)))
  }
}

function addAnswers(
  made: OpenAPI.OperationObject,
  operation: RegisteredOperation['operation'],
  language: Language,
) {
  const t = interfaceTexts.in(language)
  const good = made.responses?.['200'] as OpenAPI.ResponseObject | undefined
  const isRead = operation.effect === 'read' && !operation.personalData
  if (good) {
    good.description = t(good.content?.['application/json'] ? 'answer.ok' : 'answer.file')
    if (isRead) good.headers = { ETag: { schema: { type: 'string' }, description: t('header.etag') } }
  }
  made.responses = {
    ...made.responses,
    ...(isRead ? { '304': { description: t('answer.notModified') } } : {}),
    ...Object.fromEntries(
      [...new Set(problemsOf(operation).map((code) => problemStatus[code]))]
        .sort((a, b) => a - b)
        .map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
    ),
  }
}

const problemSchema: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    code: { type: 'string', enum: Object.keys(problemStatus) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail', 'pointer'],
        properties: { detail: { type: 'string' }, pointer: { type: 'string' } },
      },
    },
  },
}

/** One answer a status, with the problems that have it. */
function problemResponses(language: Language): Record<string, OpenAPI.ResponseObject> {
  const t = interfaceTexts.in(language)
  const say = problemTexts.in(language)
  const codes = Object.keys(problemStatus) as ProblemCode[]
  const byStatus = Map.groupBy(codes, (code) => problemStatus[code])
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      `Problem${status}`,
      {
        description: ofStatus.map((code) => say(`title.${code}`)).join(' / '),
        headers:
          status === 429 || status === 503
            ? { 'Retry-After': { schema: { type: 'integer' }, description: t('header.retryAfter') } }
            : status === 405
              ? { Allow: { schema: { type: 'string' }, description: t('header.allow') } }
              : {},
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              ofStatus.map((code) => [
                code,
                {
                  value: {
                    type: problemAddress(code),
                    title: say(`title.${code}`),
                    status,
                    detail: say(`detail.${code}`, { requestId: '…', method: 'DELETE', allowed: 'GET' }),
                    instance: 'urn:uuid:0192a3b4-0000-7000-8000-000000000000',
                    code,
                  },
                },
              ]),
            ),
          },
        },
      },
    ]),
  )
}
