import { JsonSchemaCoercer } from '@orpc/json-schema'
import type { z } from 'zod'
import { inputSchemaOf } from './json-schema.ts'

const coercer = new JsonSchemaCoercer()

/**
 * Reads words as what a schema asks for: `'5'` as a number, `'true'` as yes. For what can only come as words
 * (addresses, forms, the command line); a JSON body says itself what is a number.
 * @param only the fields that came as words, when not all of them did
 */
export function coerceWords(schema: z.ZodType, input: unknown, only?: readonly string[]): unknown {
  if (!only) return coercer.coerce(inputSchemaOf(schema), input)
  if (only.length === 0 || typeof input !== 'object' || input === null) return input
  const words = Object.fromEntries(Object.entries(input).filter(([name]) => only.includes(name)))
  return { ...input, ...(coercer.coerce(inputSchemaOf(schema), words) as Record<string, unknown>) }
}
