import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAfter } from '../days.ts'
import { membershipKinds, standings } from '../membership.ts'
import { usualVotingRule, votingVerdict, type VotingMembership, type VotingRule } from './voting-rights.ts'

const day = '2026-03-15'
const row = (more: Partial<VotingMembership> = {}): VotingMembership => ({
  kind: 'home',
  status: 'active',
  from: '2024-01-01',
  to: null,
  paidUntil: null,
  ...more,
})
const rule = (more: Partial<VotingRule>): VotingRule => ({ ...usualVotingRule, ...more })

describe('who votes', () => {
  it.each<[string, VotingRule, VotingMembership[], unknown]>([
    ['a member', usualVotingRule, [row()], { votes: true, kind: 'home', since: '2024-01-01' }],
    [
      'a member since today',
      usualVotingRule,
      [row({ from: day })],
      { votes: true, kind: 'home', since: day },
    ],
    [
      'on the last day of the membership',
      usualVotingRule,
      [row({ to: day })],
      { votes: true, kind: 'home', since: '2024-01-01' },
    ],
    ['not on the day after', usualVotingRule, [row({ to: '2026-03-14' })], null],
    ['not before it begins', usualVotingRule, [row({ from: '2026-03-16' })], null],
    ['nobody who has only applied', usualVotingRule, [row({ status: 'applied' })], null],
    ['nobody who has left', usualVotingRule, [row({ status: 'left' })], null],
    [
      'not one who has lapsed',
      usualVotingRule,
      [row({ status: 'lapsed' })],
      { votes: false, reason: 'lapsed', from: null },
    ],
    [
      'no guest by the usual rule',
      usualVotingRule,
      [row({ kind: 'guest' })],
      { votes: false, reason: 'kind', from: null },
    ],
    [
      'a guest where guests vote',
      rule({ kinds: ['extra', 'guest'] }),
      [row({ kind: 'guest' })],
      { votes: true, kind: 'guest', since: '2024-01-01' },
    ],
    [
      'once, by the first of two memberships',
      rule({ kinds: ['home', 'extra'] }),
      [row({ kind: 'extra' }), row()],
      { votes: true, kind: 'home', since: '2024-01-01' },
    ],
    [
      'who has paid until the day',
      rule({ paid: true }),
      [row({ paidUntil: day })],
      { votes: true, kind: 'home', since: '2024-01-01' },
    ],
    [
      'not who has paid until the day before',
      rule({ paid: true }),
      [row({ paidUntil: '2026-03-14' })],
      { votes: false, reason: 'notPaid', from: null },
    ],
    [
      'from the thirtieth day',
      rule({ leastDays: 30 }),
      [row({ from: '2026-02-13' })],
      { votes: true, kind: 'home', since: '2026-02-13' },
    ],
    [
      'not on the day before, and says when',
      rule({ leastDays: 30 }),
      [row({ from: '2026-02-14' })],
      { votes: false, reason: 'tooShort', from: '2026-03-16' },
    ],
    [
      'without losing days that were not paid',
      rule({ leastDays: 300 }),
      [
        row({ to: '2025-12-31' }),
        row({ status: 'lapsed', from: '2026-01-01', to: '2026-02-28' }),
        row({ from: '2026-03-01' }),
      ],
      { votes: true, kind: 'home', since: '2024-01-01' },
    ],
    [
      'anew after having been away for a day',
      rule({ leastDays: 300 }),
      [row({ to: '2026-02-26' }), row({ from: '2026-02-28' })],
      { votes: false, reason: 'tooShort', from: '2026-12-25' },
    ],
    [
      'without the days as a guest where guests do not vote',
      rule({ kinds: ['extra'], leastDays: 30 }),
      [row({ kind: 'guest', to: '2026-03-01' }), row({ kind: 'extra', from: '2026-03-02' })],
      { votes: false, reason: 'tooShort', from: '2026-04-01' },
    ],
  ])('%s', (_, by, memberships, expected) => {
    expect(votingVerdict(by, memberships, day)).toEqual(expected)
  })

  it('is what counting day by day says', () => {
    const some = fc.integer({ min: 0, max: 60 }).map((days) => daysAfter('2026-02-01', days))
    const membership = fc.record({
      kind: fc.constantFrom(...membershipKinds),
      status: fc.constantFrom(...standings),
      from: some,
      length: fc.option(fc.nat(40)),
      paidUntil: fc.option(some),
    })
    const rules = fc.record({
      kinds: fc.subarray([...membershipKinds], { minLength: 1 }),
      leastDays: fc.nat(40),
      paid: fc.boolean(),
      below: fc.boolean(),
    })
    fc.assert(
      fc.property(rules, fc.array(membership, { maxLength: 5 }), some, (by, written, on) => {
        const rows = written.map(({ length, ...each }) => ({
          ...each,
          to: length === null ? null : daysAfter(each.from, length),
        }))
        const there = (at: string, member: boolean) =>
          rows.some(
            (each) =>
              by.kinds.includes(each.kind) &&
              (each.status === 'active' || (member && each.status === 'lapsed')) &&
              each.from <= at &&
              (each.to === null || each.to >= at) &&
              (member || !by.paid || (each.paidUntil !== null && each.paidUntil >= on)),
          )
        let days = 0
        while (there(daysAfter(on, -days - 1), true)) days += 1
        const votes = there(on, false) && days >= by.leastDays
        expect(votingVerdict(by, rows, on)?.votes ?? false).toBe(votes)
      }),
      { numRuns: 1000 },
    )
  })
})
