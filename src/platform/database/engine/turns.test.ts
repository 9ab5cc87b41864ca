import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

/** Clients that write down when they were served; `inside` says who is inside a transaction. */
function office(patience = 10_000) {
  const served: string[] = []
  const evicted: string[] = []
  let inside = false
  const turns = new Turns<{ name: string }>({
    keeps: () => inside,
    patience,
    evict: async (client) => {
      inside = false
      evicted.push(client.name)
    },
  })
  const ask = (client: { name: string }, what: 'begin' | 'query' | 'commit') =>
    new Promise<void>((resolve) => {
      turns.ask(client, async () => {
        await Promise.resolve()
        served.push(`${client.name} ${what}`)
        if (what !== 'query') inside = what === 'begin'
        resolve()
      })
    })
  return { turns, served, evicted, ask }
}

const anna = { name: 'anna' }
const bo = { name: 'bo' }

describe('turns at the database', () => {
  it('are taken in the order they are asked for', async () => {
    const { served, ask } = office()
    await Promise.all([ask(anna, 'query'), ask(bo, 'query'), ask(anna, 'query')])
    expect(served).toEqual(['anna query', 'bo query', 'anna query'])
  })

  it('belong to one client from the beginning of its transaction to the end', async () => {
    const { served, ask } = office()
    const all = [ask(anna, 'begin'), ask(bo, 'query'), ask(anna, 'query')]
    await all[2]
    expect(served).toEqual(['anna begin', 'anna query'])
    await Promise.all([...all, ask(anna, 'commit')])
    expect(served).toEqual(['anna begin', 'anna query', 'anna commit', 'bo query'])
  })

  it('pass on when the client inside a transaction is gone', async () => {
    const { turns, served, evicted, ask } = office()
    await ask(anna, 'begin')
    const waiting = ask(bo, 'query')
    turns.leave(anna)
    await waiting
    expect(evicted).toEqual(['anna'])
    expect(served).toEqual(['anna begin', 'bo query'])
  })

  it('pass on when the client leaves while its transaction is being opened', async () => {
    const { turns, evicted, ask } = office()
    const opening = ask(anna, 'begin')
    turns.leave(anna)
    await Promise.all([opening, ask(bo, 'query')])
    expect(evicted).toEqual(['anna'])
  })

  it('are taken from a client that lets others wait', async () => {
    const { evicted, ask } = office(20)
    await ask(anna, 'begin')
    await ask(bo, 'query')
    expect(evicted).toEqual(['anna'])
  })

  it('forget what a client asked for that is gone', async () => {
    const { turns, served, ask } = office()
    const first = ask(anna, 'query')
    void ask(bo, 'query')
    turns.leave(bo)
    await Promise.all([first, ask(anna, 'query')])
    expect(served).toEqual(['anna query', 'anna query'])
  })
})
