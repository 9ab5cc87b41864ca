import { Visitor } from '../../tests/support/visitor.ts'

/** Somebody who joins: each their own telephone, behind an address of their own. */
export type Joiner = { visitor: Visitor; email: string; givenName: string }

export function joiners(url: string, count: number): Joiner[] {
  return Array.from({ length: count }, (_, at) => ({
    visitor: new Visitor(url, `198.18.${Math.floor(at / 250)}.${(at % 250) + 1}`),
    email: `mass${at}@example.org`,
    givenName: `Mass${at}`,
  }))
}

/** Does something for everybody, so many at once, and says how long each took in milliseconds. */
export async function forAll<Each>(
  all: readonly Each[],
  atOnce: number,
  work: (each: Each) => Promise<void>,
): Promise<number[]> {
  const times: number[] = []
  const waiting = [...all]
  const worker = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
      const started = performance.now()
      await work(each)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return times
}
