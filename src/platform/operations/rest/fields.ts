import type { JSONSchema } from '@orpc/openapi'
import { isFile, type ObjectSchema } from './json-schema.ts'

/** One field of an input or an answer, as it is told to people. */
export type FieldDescription = {
  /** From the top: `cells[].year`. */
  name: string
  kind: FieldKind
  /** More about the kind: the values to choose among, the least and the most. */
  values: string[]
  least: number | null
  most: number | null
  required: boolean
  mayBeNull: boolean
  description: string
}

export type FieldKind =
  | 'text'
  | 'number'
  | 'wholeNumber'
  | 'yesNo'
  | 'id'
  | 'day'
  | 'moment'
  | 'email'
  | 'address'
  | 'file'
  | 'list'
  | 'group'
  | 'among'
  | 'anything'

/** How deep fields are told; what lies deeper stands in the OpenAPI document. */
const deepest = 3

/** Every field of a schema, the inner ones after those they belong to. */
export function fieldsOf(schema: ObjectSchema): FieldDescription[] {
  return fieldsIn(schema, '', 1)
}

function fieldsIn(schema: ObjectSchema, prefix: string, depth: number): FieldDescription[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (typeof field !== 'object') return []
    const { inner, mayBeNull } = withoutNull(field)
    const described: FieldDescription = {
      name: `${prefix}${name}`,
      ...kindOf(inner),
      required: schema.required?.includes(name) ?? false,
      mayBeNull,
      description: String(field.description ?? inner.description ?? ''),
    }
    const deeper = depth < deepest ? innerFields(inner, described.name, depth + 1) : []
    return [described, ...deeper]
  })
}

function innerFields(schema: ObjectSchema, name: string, depth: number): FieldDescription[] {
  if (schema.type === 'object') return fieldsIn(schema, `${name}.`, depth)
  const items = schema.items
  if (schema.type === 'array' && typeof items === 'object' && !Array.isArray(items)) {
    return fieldsIn(withoutNull(items).inner, `${name}[].`, depth)
  }
  return []
}

/** A schema that may also be null is told as what it is when it is not. */
function withoutNull(schema: ObjectSchema): { inner: ObjectSchema; mayBeNull: boolean } {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(
    (each): each is ObjectSchema => typeof each === 'object',
  )
  const others = variants.filter((each) => each.type !== 'null')
  if (variants.length === 0 || others.length !== 1)
    return { inner: schema, mayBeNull: variants.length > others.length }
  return { inner: others[0]!, mayBeNull: others.length < variants.length }
}

const plain = (kind: FieldKind): Kind => ({ kind, values: [], least: null, most: null })

type Kind = Pick<FieldDescription, 'kind' | 'values' | 'least' | 'most'>

function kindOf(schema: ObjectSchema): Kind {
  if (isFile(schema)) return plain('file')
  if (schema.const !== undefined) return { ...plain('among'), values: [String(schema.const)] }
  if (schema.enum) return { ...plain('among'), values: schema.enum.map(String) }
  switch (schema.type) {
    case 'string':
      return {
        ...plain(formats[schema.format ?? ''] ?? 'text'),
        least: positive(schema.minLength),
        most: schema.maxLength ?? null,
      }
    case 'integer':
    case 'number':
      return {
        ...plain(schema.type === 'integer' ? 'wholeNumber' : 'number'),
        least: meant(schema.minimum),
        most: meant(schema.maximum),
      }
    case 'boolean':
      return plain('yesNo')
    case 'array':
      return { ...plain('list'), least: positive(schema.minItems), most: schema.maxItems ?? null }
    case 'object':
      return plain('group')
    default:
      return plain('anything')
  }
}

const formats: Partial<Record<string, FieldKind>> = {
  uuid: 'id',
  date: 'day',
  'date-time': 'moment',
  email: 'email',
  uri: 'address',
}

function positive(limit: number | undefined): number | null {
  return limit && limit > 0 ? limit : null
}

/** The ends of what a computer can count exactly are nobody's wish. */
function meant(limit: number | undefined): number | null {
  return limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? null : limit
}

/** An invented answer of the right form, for people to see what comes back. */
export function sampleOf(schema: JSONSchema | undefined, name = ''): unknown {
  if (typeof schema !== 'object') return null
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const variant = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])][0]
  if (variant !== undefined) return sampleOf(variant, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => sampleOf(each, name)))
  switch (schema.type) {
    case 'string':
      return (
        samples[schema.format ?? ''] ??
        ((schema.pattern ?? '').startsWith('^-?') ? '70669.0' : `${name || 'text'}…`)
      )
    case 'integer':
    case 'number':
      return meant(schema.minimum) ?? 1
    case 'boolean':
      return true
    case 'array':
      return [sampleOf(schema.items, name)]
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, field]) => [key, sampleOf(field, key)]),
      )
    default:
      return null
  }
}

const samples: Partial<Record<string, string>> = {
  uuid: '0192a3b4-c5d6-7e8f-9a0b-1c2d3e4f5a6b',
  date: '2026-11-22',
  'date-time': '2026-11-22T10:00:00.000Z',
  email: 'namn@example.org',
  uri: 'https://example.org',
}
