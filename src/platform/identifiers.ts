import { v7 } from 'uuid'

/**
 * A new identifier: unique everywhere and sorted by time, so that indexes grow at one end. Made here and not by
 * the database, because PostgreSQL 15 has no uuidv7().
 */
export function newId(): string {
  return v7()
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Is this text an identifier? What comes from outside is tried before it reaches the database. */
export function isId(text: string): boolean {
  return pattern.test(text)
}
