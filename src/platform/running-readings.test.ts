import { describe, expect, it, vi } from 'vitest'
import { RunningReadings, within } from './running-readings.ts'

describe('readings that take long', () => {
  it('are made once, however many ask', async () => {
    const readings = new RunningReadings<number>(2)
    const compute = vi.fn<() => Promise<number>>(async () => 42)
    const [first, second] = [readings.join('a', compute), readings.join('a', compute)]
    expect(await first.result).toBe(42)
    expect(await second.result).toBe(42)
    expect(await readings.join('a', compute).result).toBe(42)
    expect(compute).toHaveBeenCalledTimes(1)
  })

  it('tell how far they have come, and that they are not done', async () => {
    const readings = new RunningReadings<string>(2)
    const reading = Promise.withResolvers<string>()
    const running = readings.join('a', (report) => {
      report(0.25)
      return reading.promise
    })
    expect(await within(running, 5)).toBeUndefined()
    expect(running.share()).toBe(0.25)
    reading.resolve('done')
    expect(await within(running, 1000)).toEqual({ result: 'done' })
  })

  it('are tried again after a failure', async () => {
    const readings = new RunningReadings<number>(2)
    const failing = readings.join('a', () => Promise.reject(new Error('disk')))
    await expect(failing.result).rejects.toThrow('disk')
    expect(await readings.join('a', () => Promise.resolve(1)).result).toBe(1)
  })

  it('are stopped and forgotten, the oldest first, when there are too many', async () => {
    const readings = new RunningReadings<number>(1)
    let stopped = false
    readings.join('a', (_report, signal) => {
      signal.addEventListener('abort', () => {
        stopped = true
      })
      return new Promise(() => undefined)
    })
    readings.join('b', () => Promise.resolve(2))
    expect(stopped).toBe(true)
    expect(await readings.join('a', () => Promise.resolve(3)).result).toBe(3)
  })
})
