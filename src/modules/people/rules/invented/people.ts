import { inventHousemate, inventPerson, type InventedPerson, type InventedWorld } from './person.ts'
import { impossiblePhoneNumber, reservedPhoneNumbers } from './phone-numbers.ts'
import { secondRecord } from './second-record.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'

export type InventedPeopleOptions = Omit<InventedWorld, 'phoneOf'> & {
  seed: number
  count: number
  /**
   * `reserved` gives numbers that nobody has, of which there are 495: to every other in a small register, to few in a large one.
   * `impossible` gives most people one of their own that cannot be dialled, for measuring.
   */
  phones?: 'reserved' | 'impossible'
  /** How many of all records are a second one of somebody: 0.025 when it is left out. */
  secondRecords?: number
}

/**
 * Invents people one after another: always the same ones for the same options. Some live together, and some have two
 * records, which say so (`sameAs`): the known duplicates that looking for duplicates is measured on.
 */
export function* inventPeople(options: InventedPeopleOptions): Generator<InventedPerson, void> {
  const { seed, count, secondRecords = 0.025 } = options
  const random = seededRandom(seed)
  const world: InventedWorld = { ...options, phoneOf: phoneSource(options) }
  /** Those who came last and have one record. */
  const recent: InventedPerson[] = []
  let last: InventedPerson | null = null
  for (let number = 0; number < count; number++) {
    if (recent.length > 20 && random.chance(secondRecords)) {
      const at = random.whole(0, recent.length - 1)
      yield secondRecord(random, recent.splice(at, 1)[0]!, world, number)
      continue
    }
    const person: InventedPerson =
      last && random.chance(0.22)
        ? inventHousemate(random, world, last, number)
        : inventPerson(random, world, number)
    recent.push(person)
    if (recent.length > 500) recent.shift()
    last = person
    yield person
  }
}

function phoneSource({ phones = 'reserved', count }: InventedPeopleOptions): InventedWorld['phoneOf'] {
  if (phones === 'impossible') {
    return (number: number, random: SeededRandom) =>
      random.chance(0.8) ? impossiblePhoneNumber(number) : null
  }
  // Each number once, spread over all: shared numbers would make strangers look like one another.
  const numbers = reservedPhoneNumbers
  const step = Math.max(1, Math.ceil(count / numbers.length))
  return (number) => (number % step === 0 ? (numbers[(number / step) % numbers.length] ?? null) : null)
}
