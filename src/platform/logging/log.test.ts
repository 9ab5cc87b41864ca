import { describe, expect, it } from 'vitest'
import { plainError } from './log.ts'

describe('an error in the log', () => {
  it('says where and what, and nothing of what stood in the row', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "asa@example.org"'), {
      code: '22P02',
      detail: 'Key (email)=(asa@example.org) already exists.',
      where: 'unnamed portal parameter $1 = asa@example.org',
      constraint: 'user_email_key',
      cause: Object.assign(new Error('duplicate key'), { detail: 'asa@example.org' }),
    })
    const told = JSON.stringify(plainError(error))
    expect(told).not.toContain('asa@')
    expect(told).toContain('22P02')
    expect(told).toContain('user_email_key')
    expect(told).toContain('duplicate key')
    expect(told).toContain('log.test.ts')
  })

  it('may be anything that was thrown', () => {
    expect(plainError('a word')).toBe('a word')
    expect(plainError(undefined)).toBe('undefined')
  })
})
