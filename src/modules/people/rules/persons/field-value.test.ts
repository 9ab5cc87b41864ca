import { describe, expect, it } from 'vitest'
import { readFieldValue, type FieldType } from './field-value.ts'

const choices = ['Buss', 'Tåg']

describe('a value of an own field', () => {
  it.each<[FieldType, string[], string[] | string]>([
    ['text', ['  två   ord '], ['två ord']],
    ['text', ['  '], []],
    ['text', [], []],
    ['text', ['a', 'b'], 'fieldValue.one'],
    ['text', ['x'.repeat(2001)], 'fieldValue.tooLong'],
    ['number', ['12,50'], ['12.5']],
    ['number', ['−70 669'], ['-70669']],
    ['number', ['007'], ['7']],
    ['number', ['-0'], ['0']],
    ['number', ['1e5'], 'fieldValue.number'],
    ['date', ['2024-02-29'], ['2024-02-29']],
    ['date', ['2026-02-29'], 'fieldValue.date'],
    ['date', ['29 feb'], 'fieldValue.date'],
    ['yesNo', ['Ja'], ['yes']],
    ['yesNo', ['off'], ['no']],
    ['yesNo', ['kanske'], 'fieldValue.yesNo'],
    ['choice', ['Tåg'], ['Tåg']],
    ['choice', ['Cykel'], 'fieldValue.choice'],
    ['choice', ['Tåg', 'Buss'], 'fieldValue.one'],
    ['choices', ['Tåg', 'Buss', 'Tåg'], ['Tåg', 'Buss']],
    ['choices', ['Tåg', 'Cykel'], 'fieldValue.choice'],
  ])('of the type %s, written as %j', (type, written, expected) => {
    const read = readFieldValue({ type, choices }, written)
    expect(read).toEqual(typeof expected === 'string' ? { fault: expected } : expected)
  })
})
