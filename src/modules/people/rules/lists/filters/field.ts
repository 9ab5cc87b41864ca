import { z } from 'zod'
import type { FieldType } from '../../persons/field-value.ts'
import { filterRule } from '../filter.ts'

export const comparisons = ['filled', 'is', 'contains', 'atLeast', 'atMost'] as const
export type Comparison = (typeof comparisons)[number]

const value = z.string().trim().min(1, 'input.required').max(200)

/** Has a value in a field of the organisation's own. What may be compared follows from the field's type. */
export const fieldRule = filterRule({
  name: 'field',
  part: 'fields',
  input: z
    .strictObject({ fieldId: z.uuid(), compare: z.enum(comparisons), value: value.optional() })
    .refine(({ compare, value: given }) => compare === 'filled' || given !== undefined, {
      error: 'input.required',
      path: ['value'],
    }),
  fields: [
    { name: 'fieldId', as: 'field' },
    { name: 'compare', as: 'choice', options: comparisons },
    { name: 'value', as: 'text' },
  ],
  phrase: ({ fieldId, compare, value: given }, names) => ({
    key: `say.field.${compare}`,
    params: { field: names.get(fieldId) ?? '', value: given ?? '' },
  }),
  references: ({ fieldId }) => [{ kind: 'field', id: fieldId }],
  holds({ fieldId, compare, value: given = '' }, { fields }, { fieldType }) {
    const values = fields.filter((each) => each.fieldId === fieldId).map((each) => each.value)
    const isNumber = fieldType(fieldId) === 'number'
    return values.some((each) => {
      if (compare === 'filled') return true
      if (compare === 'contains') return each.toLowerCase().includes(given.toLowerCase())
      if (compare === 'is') {
        return isNumber ? Number(each) === Number(given) : each.toLowerCase() === given.toLowerCase()
      }
      const order = isNumber ? Number(each) - Number(given) : each < given ? -1 : each > given ? 1 : 0
      return compare === 'atLeast' ? order >= 0 : order <= 0
    })
  },
})

/** What is wrong with comparing a field of this type in this way with this value: a text's key; null when nothing is. */
export function fieldFault(type: FieldType, compare: Comparison, given: string | undefined): string | null {
  if (compare === 'filled') return null
  const ordered = type === 'number' || type === 'date'
  if ((compare === 'atLeast' || compare === 'atMost') && !ordered) return 'list.notOrdered'
  if (compare === 'contains' && type !== 'text') return 'list.notText'
  if (type === 'number' && !/^-?\d{1,15}(\.\d{1,10})?$/.test(given ?? '')) return 'list.numberWanted'
  if (type === 'date' && !z.iso.date().safeParse(given).success) return 'list.dayWanted'
  if (type === 'yesNo' && given !== 'yes' && given !== 'no') return 'list.yesNoWanted'
  return null
}
