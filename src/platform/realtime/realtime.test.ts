import { describe, expect, it } from 'vitest'
import { anonymous, type Actor } from '../access/actor.ts'
import { inProcessRealtime } from './in-process.ts'
import type { DeliveredMessage } from './realtime.ts'
import { commonTopics, ruleFor } from './topic-rule.ts'

const told = (kind: string) => ({ kind, facts: {} })

describe('live updates in one process', () => {
  it('reach those who listen to the topic, until they stop', () => {
    const realtime = inProcessRealtime()
    const heard: DeliveredMessage[] = []
    const stop = realtime.listen('budget:a', (message) => heard.push(message))
    realtime.publish('budget:a', told('amounts'))
    realtime.publish('budget:b', told('rows'))
    stop()
    realtime.publish('budget:a', told('later'))
    expect(heard).toEqual([{ id: expect.any(String), topic: 'budget:a', kind: 'amounts', facts: {} }])
  })

  it('are told again to those who were away for a moment', () => {
    const realtime = inProcessRealtime()
    const mark = realtime.latest()
    realtime.publish('budget:a', told('one'))
    const later = realtime.latest()
    realtime.publish('budget:b', told('two'))
    expect(realtime.since(mark)?.map((each) => each.kind)).toEqual(['one', 'two'])
    expect(realtime.since(later)?.map((each) => each.kind)).toEqual(['two'])
    expect(realtime.since(realtime.latest())).toEqual([])
  })

  it('cannot tell what came after a mark of long ago, of another process, or before a gap', () => {
    const realtime = inProcessRealtime()
    const mark = realtime.latest()
    for (let count = 0; count < 1_001; count += 1) realtime.publish('budget:a', told('x'))
    expect(realtime.since(mark)).toBeNull()
    expect(realtime.since(inProcessRealtime().latest())).toBeNull()
    const before = realtime.latest()
    let gaps = 0
    realtime.onGap(() => (gaps += 1))
    realtime.gap()
    expect([gaps, realtime.since(before), realtime.since(realtime.latest())]).toEqual([1, null, []])
  })
})

const person = (userId: string, trusted: boolean): Actor => ({
  kind: 'person',
  userId,
  name: '',
  grants: trusted ? [{ role: 'member', unitIds: [] }] : [],
  via: 'session',
  tokenScopes: null,
  secondFactor: false,
})

describe('who may listen to what everybody may', () => {
  it.each([
    ['the own account', 'account:anna', person('anna', false), 'x', true],
    ['another account', 'account:bertil', person('anna', true), 'x', false],
    ['the own organisation', 'organisation:x', person('anna', true), 'x', true],
    ['an organisation without trust in it', 'organisation:x', person('anna', false), 'x', false],
    ['another organisation', 'organisation:y', person('anna', true), 'x', false],
    ['anything, without an account', 'account:anna', anonymous, 'x', false],
  ])('%s', (_, topic, actor, organisationId, may) => {
    const found = ruleFor(commonTopics, topic)!
    expect('allow' in found.rule && found.rule.allow({ actor, organisationId }, found.parts)).toBe(may)
  })

  it.each(['account:', 'account', 'account:a:b', 'budget:a', '', 'xaccount:a', 'account:a\nb'])(
    'there is no topic %j',
    (topic) => expect(ruleFor(commonTopics, topic)).toBeNull(),
  )
})
