import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCopyFromClient, snapshotCommand, snapshotFolder } from './engine-commands.ts'
import { query, startMessage } from './wire-answers.ts'
import { MessageReader, ProtocolProblem } from './wire-messages.ts'

describe('a stream of messages', () => {
  it('is cut into the same messages however the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 })),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        (texts, steps) => {
          const sent = [startMessage, ...texts.map(query)]
          const stream = Buffer.concat(sent)
          const reader = new MessageReader()
          const read: Buffer[] = []
          for (let at = 0, step = 0; at < stream.length; step += 1) {
            const size = steps[step % steps.length]!
            read.push(...reader.push(stream.subarray(at, at + size)).map((message) => message.bytes))
            at += size
          }
          expect(read.map((bytes) => bytes.toString('hex'))).toEqual(
            sent.map((bytes) => bytes.toString('hex')),
          )
        },
      ),
    )
  })

  it.each([
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a first message without an end', Buffer.from('ffffffff00030000', 'hex')],
  ])('refuses %s', (_, bytes) => {
    expect(() => new MessageReader().push(bytes)).toThrow(ProtocolProblem)
  })
})

describe('statements that the engine treats in its own way', () => {
  it.each([
    ['copy t from stdin', true],
    ['COPY t (a, b)\n FROM STDIN with (format csv)', true],
    ['select 1; copy t from stdin', true],
    ['copy t to stdout', false],
    ["select 'copy t from stdin'", false],
    ['select * from copy', false],
  ])('%s', (sql, expected) => {
    expect(isCopyFromClient(query(sql))).toBe(expected)
  })

  it('a copy of the database is asked for by a folder of any name', () => {
    expect(snapshotFolder(query(snapshotCommand('/tmp/å "o" \n\'')))).toBe('/tmp/å "o" \n\'')
    expect(snapshotFolder(query('select 1'))).toBeNull()
  })
})
