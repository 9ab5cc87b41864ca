import { describe, expect, it } from 'vitest'
import { takeApart, takeOption } from './words.ts'

describe('a command line', () => {
  it.each([
    ['words', ['budget', 'check', 'dir'], ['budget', 'check', 'dir'], {}],
    ['options', ['--a', '1', '--b=2', 'x'], ['x'], { a: ['1'], b: ['2'] }],
    ['an option without a value', ['--final', '--year', '2025'], [], { final: ['true'], year: ['2025'] }],
    ['an option at the end', ['x', '--final'], ['x'], { final: ['true'] }],
    ['the same option twice', ['--year', '1', '--year', '2'], [], { year: ['1', '2'] }],
    ['a negative figure', ['--amount', '-64'], [], { amount: ['-64'] }],
    ['an empty value', ['--note='], [], { note: [''] }],
    ['an equals sign in the value', ['--json={"a":"b=c"}'], [], { json: ['{"a":"b=c"}'] }],
    ['words after two dashes', ['--a', '1', '--', '--b'], ['--b'], { a: ['1'] }],
  ])('with %s', (_, args, words, options) => {
    const said = takeApart(args)
    expect([said.words, Object.fromEntries(said.options)]).toEqual([words, options])
  })

  it('gives an option once and takes it away', () => {
    const said = takeApart(['--a', '1', '--b', '2', '--b', '3'])
    expect([takeOption(said, 'a', ''), takeOption(said, 'a', ''), said.options.has('a')]).toEqual([
      '1',
      null,
      false,
    ])
    expect(() => takeOption(said, 'b', 'Say --b once.')).toThrow('Say --b once.')
  })
})
