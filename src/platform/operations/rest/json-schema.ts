import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { JSONSchema } from '@orpc/openapi'
import type { z } from 'zod'

export type ObjectSchema = Exclude<JSONSchema, boolean>

const converter = new ZodToJsonSchemaConverter()
const inputs = new WeakMap<z.ZodType, ObjectSchema>()
const outputs = new WeakMap<z.ZodType, ObjectSchema>()

/** What a schema takes, as JSON Schema. Made once per schema. */
export function inputSchemaOf(schema: z.ZodType): ObjectSchema {
  return remembered(inputs, schema, 'input')
}

/** What a schema gives, as JSON Schema. */
export function outputSchemaOf(schema: z.ZodType): ObjectSchema {
  return remembered(outputs, schema, 'output')
}

function remembered(
  memory: WeakMap<z.ZodType, ObjectSchema>,
  schema: z.ZodType,
  strategy: 'input' | 'output',
) {
  const known = memory.get(schema)
  if (known) return known
  const [, made] = converter.convert(schema, { strategy })
  memory.set(schema, made)
  return made
}

/** Is this a field that takes (or gives) a file? */
export function isFile(schema: JSONSchema | undefined): boolean {
  if (typeof schema !== 'object') return false
  if (schema.type === 'string' && schema.contentMediaType !== undefined) return true
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((each) => isFile(each))
}

/** The names of the fields that take files, or lists of files. */
export function fileFields(schema: ObjectSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (isFile(field)) return [name]
    return typeof field === 'object' && isFile(field.items) ? [name] : []
  })
}
