import { timeZone } from '../platform/dates.ts'
import type { Language } from '../platform/i18n/languages.ts'
import type { ObjectSchema } from '../platform/operations/rest/json-schema.ts'
import { cliTexts } from './messages/cli.ts'

const minus = '\u2212'
const noBreakSpace = '\u00a0'

/** One value as people read it: figures as Swedish accounts print them, moments in Swedish time, yes and no. */
export function printValue(value: unknown, schema: ObjectSchema, language: Language): string {
  const t = cliTexts.in(language)
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number' || typeof value === 'bigint') return printFigure(String(value), language)
  if (value instanceof Date) return printMoment(value)
  if (typeof value === 'string') {
    const plain = withoutNull(schema)
    if (plain.format === 'date-time' && !Number.isNaN(Date.parse(value))) return printMoment(new Date(value))
    return isExactAmount(plain, schema) && /^-?\d+(\.\d+)?$/.test(value)
      ? printFigure(value, language)
      : value
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) {
    const items = (withoutNull(schema).items ?? {}) as ObjectSchema
    return value.length === 0 ? '–' : value.map((each) => printValue(each, items, language)).join(', ')
  }
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))
}

/** `70669.0` → `70 669,0`; four figures stay together, as years and Swedish practice want it. */
export function printFigure(text: string, language: Language): string {
  const [, sign, whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (!whole) return text
  const grouped =
    whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, language === 'sv' ? noBreakSpace : ',') : whole
  const point = language === 'sv' ? ',' : '.'
  return `${sign ? minus : ''}${grouped}${fraction === undefined ? '' : `${point}${fraction}`}`
}

function printMoment(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at)
}

/** Exact amounts are texts, and say so in their schema: by their pattern, or in words. */
function isExactAmount(plain: ObjectSchema, whole: ObjectSchema): boolean {
  const words = `${plain.description ?? ''} ${whole.description ?? ''}`
  return (plain.pattern ?? '').startsWith('^-?\\d') || /exact decimal/i.test(words)
}

function withoutNull(schema: ObjectSchema): ObjectSchema {
  const variants = (schema.anyOf ?? []).filter((each) => typeof each === 'object' && each.type !== 'null')
  const [only] = variants
  return variants.length === 1 && typeof only === 'object' ? only : schema
}
