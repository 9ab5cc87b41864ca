import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { adopt } from './adopt.ts'
import { applyChange } from './apply-change.ts'
import { differenceOfVersions } from './difference-of-versions.ts'
import { branch } from './scenario.ts'
import { anyVersion } from './testing/arbitraries.ts'
import { runs } from './testing/runs.ts'
import { emptyVersion, type Adjustment, type Version } from './version.ts'

function adjustment(id: string, more: Partial<Adjustment> = {}): Adjustment {
  return {
    id,
    publicBoard: 'Trafiknämnden',
    label: id,
    kind: 'reform',
    amounts: { 2025: amount(10) },
    recurring: true,
    part: null,
    statementRole: null,
    chapter: null,
    ...more,
  }
}

const parent: Version = {
  ...emptyVersion('parent', 'Vårt'),
  adjustments: [adjustment('a'), adjustment('b'), adjustment('c')],
}
const change = (version: Version, id: string, more: Partial<Adjustment>): Version => ({
  ...version,
  adjustments: version.adjustments.map((each) => (each.id === id ? { ...each, ...more } : each)),
})
const without = (version: Version, id: string): Version => ({
  ...version,
  adjustments: version.adjustments.filter((each) => each.id !== id),
})
const scenarioOf = (edit: (version: Version) => Version) => {
  const scenario = branch(parent, { id: 'try', label: 'Försök' })
  return { ...scenario, version: edit(scenario.version) }
}
const amountsOf = (version: Version): Record<string, string> =>
  Object.fromEntries(version.adjustments.map((each) => [each.id, Object.values(each.amounts).join(' ')]))

describe('a scenario', () => {
  test('is a copy with its parent', () => {
    const scenario = branch(parent, { id: 'try', label: 'Försök' })
    expect(scenario.version).toEqual({ ...parent, id: 'try', label: 'Försök', parent: 'parent' })
    expect(differenceOfVersions(scenario.ancestor, scenario.version)).toEqual([])
  })

  test('adopts what it changed, beside what the parent changed meanwhile', () => {
    const scenario = scenarioOf((version) =>
      without(change(version, 'a', { amounts: { 2025: amount(11) } }), 'c'),
    )
    const now = {
      ...change(parent, 'b', { label: 'B' }),
      adjustments: [...change(parent, 'b', { label: 'B' }).adjustments, adjustment('d')],
    }
    const { version, conflicts, applied } = adopt(scenario, now)
    expect(conflicts).toEqual([])
    expect(applied).toHaveLength(2)
    expect(version.id).toBe('parent')
    expect(amountsOf(version)).toEqual({ a: '11', b: '10', d: '10' })
    expect(version.adjustments[1]?.label).toBe('B')
  })

  test('an added adjustment comes in at its place', () => {
    const scenario = scenarioOf((version) => ({
      ...version,
      adjustments: version.adjustments.toSpliced(1, 0, adjustment('new')),
    }))
    expect(adopt(scenario, parent).version.adjustments.map((each) => each.id)).toEqual(['a', 'new', 'b', 'c'])
  })

  test.each([
    [
      'both changed an amount',
      (v: Version) => change(v, 'a', { amounts: { 2025: amount(11) } }),
      (v: Version) => change(v, 'a', { amounts: { 2025: amount(12) } }),
      '11',
      '12',
    ],
    [
      'one changed what the other took away',
      (v: Version) => change(v, 'a', { amounts: { 2025: amount(11) } }),
      (v: Version) => without(v, 'a'),
      '11',
      undefined,
    ],
    [
      'one took away what the other changed',
      (v: Version) => without(v, 'a'),
      (v: Version) => change(v, 'a', { amounts: { 2025: amount(12) } }),
      undefined,
      '12',
    ],
    [
      '0 and blank are two things',
      (v: Version) => change(v, 'a', { amounts: { 2025: amount(0) } }),
      (v: Version) => change(v, 'a', { amounts: {} }),
      '0',
      '',
    ],
  ])('%s: a conflict to answer', (_, ours, theirs, scenarios, parents) => {
    const [scenario, now] = [scenarioOf(ours), theirs(parent)]
    const open = adopt(scenario, now)
    expect(open.conflicts).toHaveLength(1)
    expect(amountsOf(open.version)['a']).toBe(parents)
    const key = open.conflicts[0]?.key ?? ''
    const kept = adopt(scenario, now, { [key]: 'parent' })
    expect([kept.conflicts.length, amountsOf(kept.version)['a']]).toEqual([0, parents])
    const taken = adopt(scenario, now, { [key]: 'scenario' })
    expect([taken.conflicts.length, amountsOf(taken.version)['a']]).toEqual([0, scenarios])
  })

  test('the same change on both sides is no conflict, in two places of one adjustment neither', () => {
    const same = (version: Version): Version => change(version, 'a', { amounts: { 2025: amount(11) } })
    expect(adopt(scenarioOf(same), same(parent))).toMatchObject({ conflicts: [], applied: [] })
    const { version, conflicts } = adopt(
      scenarioOf((v) => change(v, 'a', { label: 'A' })),
      change(parent, 'a', { publicBoard: 'Kulturnämnden' }),
    )
    expect(conflicts).toEqual([])
    expect(version.adjustments[0]).toMatchObject({ label: 'A', publicBoard: 'Kulturnämnden' })
  })

  const ground = {
    boards: ['Trafiknämnden', 'Kulturnämnden'],
    units: ['Sjukhuset'],
    parts: ['varav x'],
    years: [2025, 2026],
  }

  test('the difference of two versions, applied to the first, gives the second', () => {
    fc.assert(
      fc.property(anyVersion(ground, 20), anyVersion(ground, 20), (one, other) => {
        const made = differenceOfVersions(one, other).reduce(
          (version, each) => applyChange(version, each, other),
          one,
        )
        expect(differenceOfVersions(made, other)).toEqual([])
        expect(made.adjustments.map((each) => each.id)).toEqual(other.adjustments.map((each) => each.id))
      }),
      runs(100),
    )
  })

  test('adopted into an unchanged parent it is the parent; into itself nothing happens', () => {
    fc.assert(
      fc.property(anyVersion(ground, 20), anyVersion(ground, 20), (ancestor, edited) => {
        const scenario = { version: edited, ancestor }
        const { version, conflicts } = adopt(scenario, ancestor)
        expect(conflicts).toEqual([])
        expect(differenceOfVersions(version, edited)).toEqual([])
        expect(adopt(scenario, edited)).toMatchObject({ applied: [], conflicts: [] })
      }),
      runs(100),
    )
  })

  test('every place that both changed is either the same, a conflict, or part of one', () => {
    fc.assert(
      fc.property(
        anyVersion(ground, 20),
        anyVersion(ground, 20),
        anyVersion(ground, 20),
        (ancestor, edited, now) => {
          const { version, conflicts } = adopt({ version: edited, ancestor }, now)
          const answers = Object.fromEntries(conflicts.map(({ key }) => [key, 'scenario' as const]))
          const whole = adopt({ version: edited, ancestor }, now, answers)
          expect(whole.conflicts).toEqual([])
          const parents = Object.fromEntries(conflicts.map(({ key }) => [key, 'parent' as const]))
          expect(
            differenceOfVersions(adopt({ version: edited, ancestor }, now, parents).version, version),
          ).toEqual([])
        },
      ),
      runs(60),
    )
  })
})
