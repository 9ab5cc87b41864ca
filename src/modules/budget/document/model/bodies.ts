import { freeSlug } from '#platform/slug.ts'
import { bodyFinder } from '../../rules/statements/base.ts'
import type { StoredBook } from '../../store/stored-book.ts'

/** A body that money or an assignment goes to, with its part of an address. */
export type Body = { name: string; slug: string }

/**
 * Gives every body one name and one address, however it is written: the book's own public boards and units first, then
 * whoever else is named, in the order they are met.
 */
export function bodiesOf(book: StoredBook): (name: string) => Body {
  const bodies: Body[] = book.publicBoards.map(({ name, slug }) => ({ name, slug }))
  const taken = new Set(bodies.map((body) => body.slug))
  let find = bodyFinder(bodies.map((body) => body.name))
  return (name) => {
    const known = bodies[find(name)]
    if (known) return known
    const body = { name, slug: freeSlug(name, taken) }
    taken.add(body.slug)
    bodies.push(body)
    find = bodyFinder(bodies.map((each) => each.name))
    return body
  }
}
