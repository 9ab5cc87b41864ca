import type { z } from 'zod'
import type { InputIssue, MessageParams } from './problem.ts'

/** Marks an issue that the schema's author said nothing about, and whether anything stood there at all. */
const unsaid = { missing: '@missing', wrong: '@wrong' } as const

/** For `safeParse`: leaves the author's own words alone and marks the rest, which `inputIssues` then words. */
export const markUnsaid = (issue: { input?: unknown }): string =>
  issue.input === undefined ? unsaid.missing : unsaid.wrong

/**
 * What is wrong in an input, as message keys with parameters: the schema author's own key where there is one
 * (`z.string().regex(…, 'amount')`), else one of ours (`input.tooShort`).
 */
export function inputIssues(error: z.ZodError): InputIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    if (issue.message === unsaid.missing) return { path, message: 'input.required' }
    if (issue.message === unsaid.wrong) return { path, ...worded(issue) }
    const params = issue.code === 'custom' ? (issue.params as MessageParams | undefined) : undefined
    return { path, message: issue.message, ...(params ? { params } : {}) }
  })
}

type Worded = { message: string; params?: MessageParams }

function worded(issue: z.core.$ZodIssue): Worded {
  switch (issue.code) {
    case 'invalid_type':
      return { message: types[issue.expected] ?? 'input.invalid' }
    case 'too_small':
      return limit(issue.origin, issue.inclusive === false ? 'above' : 'least', issue.minimum)
    case 'too_big':
      return limit(issue.origin, issue.inclusive === false ? 'below' : 'most', issue.maximum)
    case 'invalid_format':
      return { message: formats[issue.format] ?? 'input.form' }
    case 'not_multiple_of':
      return { message: 'input.step', params: { limit: issue.divisor } }
    case 'unrecognized_keys':
      return { message: 'input.unknownFields', params: { values: issue.keys.join(', ') } }
    case 'invalid_value': {
      // A list of media types is what a file field says about itself.
      const ofFile = issue.values.every((value) => /^[a-z]+\/[\w.+*-]+$/.test(String(value)))
      return {
        message: ofFile ? 'input.fileType' : 'input.among',
        params: { values: issue.values.map(String).join(', ') },
      }
    }
    case 'invalid_union':
      return { message: 'input.noVariant' }
    default:
      return { message: 'input.invalid' }
  }
}

const types: Partial<Record<string, string>> = {
  string: 'input.text',
  number: 'input.number',
  int: 'input.wholeNumber',
  bigint: 'input.wholeNumber',
  boolean: 'input.yesNo',
  array: 'input.list',
  tuple: 'input.list',
  object: 'input.group',
  record: 'input.group',
  file: 'input.file',
  date: 'input.moment',
  null: 'input.nothing',
  undefined: 'input.nothing',
  never: 'input.nothing',
}

const formats: Partial<Record<string, string>> = {
  uuid: 'input.id',
  guid: 'input.id',
  date: 'input.date',
  datetime: 'input.moment',
  email: 'input.email',
  url: 'input.address',
}

type Bound = 'least' | 'above' | 'most' | 'below'

const limits: Record<'text' | 'number' | 'list' | 'file', Record<Bound, string>> = {
  text: {
    least: 'input.tooShort',
    above: 'input.tooShort',
    most: 'input.tooLong',
    below: 'input.tooLong',
  },
  number: {
    least: 'input.tooSmall',
    above: 'input.notAbove',
    most: 'input.tooLarge',
    below: 'input.notBelow',
  },
  list: {
    least: 'input.tooFew',
    above: 'input.tooFew',
    most: 'input.tooManyItems',
    below: 'input.tooManyItems',
  },
  file: {
    least: 'input.fileTooSmall',
    above: 'input.fileTooSmall',
    most: 'input.fileTooLarge',
    below: 'input.fileTooLarge',
  },
}

function limit(origin: string, bound: Bound, value: number | bigint): Worded {
  const kind =
    origin === 'string'
      ? 'text'
      : origin === 'file'
        ? 'file'
        : origin === 'number' || origin === 'int' || origin === 'bigint'
          ? 'number'
          : 'list'
  const params = kind === 'file' ? fileSize(Number(value)) : { limit: Number(value) }
  return { message: limits[kind][bound], params }
}

const megabyte = 1024 * 1024

/** As people count the size of a file. */
function fileSize(bytes: number): { limit: number; unit: 'megabytes' | 'bytes' } {
  return bytes < megabyte
    ? { limit: bytes, unit: 'bytes' }
    : { limit: Math.round((bytes / megabyte) * 10) / 10, unit: 'megabytes' }
}
