import { tidyName } from '../names.ts'

export const fieldTypes = ['text', 'number', 'date', 'yesNo', 'choice', 'choices'] as const
export type FieldType = (typeof fieldTypes)[number]

/**
 * Reads values of a field of the organisation's own into the one form each type is kept in: `12.5`, `2026-11-22`,
 * `yes`, the chosen words.
 * @param written as people write it: `12,5`, `ja`; nothing in it takes the value away
 * @returns the values, or the key of the sentence that says what is wrong
 */
export function readFieldValue(
  field: { type: FieldType; choices: readonly string[] },
  written: readonly string[],
): string[] | { fault: string } {
  const values = [...new Set(written.map((each) => each.trim()).filter(Boolean))]
  if (values.length > 1 && field.type !== 'choices') return { fault: 'fieldValue.one' }
  const [value] = values
  if (value === undefined) return []
  switch (field.type) {
    case 'text': {
      const text = tidyName(value)
      if (text.length > 2000) return { fault: 'fieldValue.tooLong' }
      return text ? [text] : []
    }
    case 'number': {
      const bare = value
        .replaceAll(/[\s\u00a0\u202f]/g, '')
        .replace(',', '.')
        .replace('−', '-')
      if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(bare)) return { fault: 'fieldValue.number' }
      return [plainNumber(bare)]
    }
    case 'date':
      return isDay(value) ? [value] : { fault: 'fieldValue.date' }
    case 'yesNo': {
      if (/^(ja|yes|on|true|1)$/i.test(value)) return ['yes']
      return /^(nej|no|off|false|0)$/i.test(value) ? ['no'] : { fault: 'fieldValue.yesNo' }
    }
    case 'choice':
    case 'choices':
      return values.every((each) => field.choices.includes(each)) ? values : { fault: 'fieldValue.choice' }
  }
}

/** Without zeros that say nothing: `012.50` → `12.5`, `-0` → `0`. */
function plainNumber(text: string): string {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.')
  const after = decimals.replace(/0+$/, '')
  const bare = `${whole.replace(/^0+(?=\d)/, '')}${after ? `.${after}` : ''}`
  return text.startsWith('-') && bare !== '0' ? `-${bare}` : bare
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!found) return false
  const [year, month, day] = found.slice(1).map(Number)
  const date = new Date(Date.UTC(year!, month! - 1, day))
  return year! >= 1000 && date.getUTCMonth() === month! - 1 && date.getUTCDate() === day
}
