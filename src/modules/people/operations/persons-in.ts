/** Under these names an answer tells whose record it shows. */
const idNames = new Set(['personId', 'keptPersonId', 'otherPersonId'])

/**
 * The persons that an answer shows: for the log, where each of them finds it.
 * @param answer what an operation answers; every `personId` in it counts, wherever it stands
 * @returns their ids, each once
 */
export function personsIn(answer: unknown): string[] {
  const found = new Set<string>()
  collect(answer, found)
  return [...found]
}

function collect(part: unknown, found: Set<string>): void {
  if (Array.isArray(part)) {
    for (const each of part) collect(each, found)
  } else if (typeof part === 'object' && part !== null && !(part instanceof Date)) {
    for (const [name, value] of Object.entries(part)) {
      if (idNames.has(name) && typeof value === 'string') found.add(value)
      else collect(value, found)
    }
  }
}
