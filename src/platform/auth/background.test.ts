import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBackground } from './background.ts'

const log = pino({ level: 'silent' })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('work that an answer does not wait for', () => {
  it('starts at once, or when the answer has been given', async () => {
    const background = createBackground(log)
    const done: string[] = []
    background.run('now', async () => done.push('now'))
    background.later('later', async () => done.push('later'))
    await vi.advanceTimersByTimeAsync(100)
    expect(done).toEqual(['now'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(done).toEqual(['now', 'later'])
  })

  it('is all done when it has settled, what it started itself too', async () => {
    const background = createBackground(log)
    const done: string[] = []
    background.later('first', async () => {
      done.push('first')
      background.later('second', async () => done.push('second'))
    })
    await background.settled()
    expect(done).toEqual(['first', 'second'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(done).toHaveLength(2)
  })

  it('does not stop other work when it fails', async () => {
    const background = createBackground(log)
    let done = false
    background.run('fails', () => Promise.reject(new Error('no')))
    background.run('works', async () => {
      done = true
    })
    await background.settled()
    expect(done).toBe(true)
  })
})
