import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenLive, type LiveMessage } from './client.ts'

class FakeSource extends EventTarget {
  static opened: FakeSource[] = []
  readyState = 0
  readonly address: string
  constructor(address: string) {
    super()
    this.address = address
    FakeSource.opened.push(this)
  }
  close() {
    this.readyState = 2
  }
  say(type: string, data: unknown, lastEventId: string) {
    this.readyState = 1
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }))
  }
  refuse() {
    this.readyState = 2
    this.dispatchEvent(new Event('error'))
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const opened = () => FakeSource.opened
const latest = () => opened().at(-1)!

function look(visibility: 'visible' | 'hidden') {
  page.visibilityState = visibility
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  FakeSource.opened = []
  page.visibilityState = 'visible'
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('listening from a page', () => {
  it('gives on what is said, and a reload for every topic when something may have been missed', () => {
    const heard: LiveMessage[] = []
    const lines: boolean[] = []
    const stop = listenLive(
      ['budget:a', 'budget:b'],
      (message) => heard.push(message),
      (on) => lines.push(on),
    )
    expect(latest().address).toBe('/live?topic=budget%3Aa&topic=budget%3Ab')
    latest().say('ready', {}, '1')
    latest().say('change', { topic: 'budget:a', kind: 'amounts', facts: { revision: '7' } }, '2')
    latest().say('reload', {}, '3')
    expect(heard.map((each) => `${each.topic} ${each.kind}`)).toEqual([
      'budget:a amounts',
      'budget:a reload',
      'budget:b reload',
    ])
    expect(lines).toEqual([true])
    stop()
    expect(latest().readyState).toBe(2)
  })

  it('tries again with growing pauses when the server says no, and says what it saw last', () => {
    const stop = listenLive('budget:a', () => undefined)
    latest().say('ready', {}, 'seen-1')
    latest().refuse()
    vi.advanceTimersByTime(700)
    expect(opened()).toHaveLength(1)
    vi.advanceTimersByTime(600)
    expect(opened()).toHaveLength(2)
    expect(latest().address).toBe('/live?topic=budget%3Aa&after=seen-1')
    latest().refuse()
    vi.advanceTimersByTime(1_400)
    expect(opened()).toHaveLength(2)
    vi.advanceTimersByTime(1_200)
    expect(opened()).toHaveLength(3)
    stop()
  })

  it('leaves it to the browser while that is trying by itself', () => {
    const stop = listenLive('budget:a', () => undefined)
    latest().dispatchEvent(new Event('error'))
    vi.advanceTimersByTime(300_000)
    expect(opened()).toHaveLength(1)
    stop()
  })

  it('lets go of the line while nobody looks, and takes it up again at once', () => {
    const stop = listenLive('budget:a', () => undefined)
    latest().say('ready', {}, '1')
    look('hidden')
    vi.advanceTimersByTime(60_000)
    expect(latest().readyState).toBe(1)
    vi.advanceTimersByTime(60_000)
    expect(latest().readyState).toBe(2)
    look('visible')
    expect(opened()).toHaveLength(2)
    look('hidden')
    look('visible')
    vi.advanceTimersByTime(300_000)
    expect(opened()).toHaveLength(2)
    stop()
    look('hidden')
    look('visible')
    expect(opened()).toHaveLength(2)
  })
})
