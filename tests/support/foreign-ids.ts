/**
 * An input with one of its ids taken from somebody else, for each id in it.
 * @param own the input with everything one's own
 * @param foreign the same input with everything somebody else's
 * @param fixtures what somebody else's ids are; other texts are not swapped
 */
export function swappedOneByOne(own: unknown, foreign: unknown, fixtures: object): unknown[] {
  const ids = new Set(leaves(fixtures))
  const swapped: unknown[] = []
  walk(own, foreign, (replace, value) => {
    if (typeof value === 'string' && ids.has(value)) swapped.push(replace(value))
  })
  // With a single id, the swapped input is the foreign one, which is tried anyway.
  return swapped.length > 1 ? swapped : []
}

type Visit = (replace: (value: unknown) => unknown, foreign: unknown) => void

function walk(own: unknown, foreign: unknown, visit: Visit, replace: (value: unknown) => unknown = (v) => v) {
  if (Array.isArray(own) && Array.isArray(foreign)) {
    for (const [index, each] of own.entries()) {
      walk(each, foreign[index], visit, (value) => replace(own.with(index, value)))
    }
  } else if (isGroup(own) && isGroup(foreign)) {
    for (const [name, each] of Object.entries(own)) {
      walk(each, foreign[name], visit, (value) => replace({ ...own, [name]: value }))
    }
  } else if (own !== foreign) visit(replace, foreign)
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Blob)
}

function leaves(value: unknown): unknown[] {
  return isGroup(value) || Array.isArray(value) ? Object.values(value).flatMap(leaves) : [value]
}
