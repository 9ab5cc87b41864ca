import { Client } from 'pg'

type Ask = (text: unknown, values?: unknown, callback?: unknown) => unknown

/**
 * A connection on which a query that is given values, even none, is sent as one prepared statement. PostgreSQL then
 * refuses a second statement in the same text, so that words slipped into a query cannot end it and begin another.
 * Texts without values (migrations) may hold several, as before.
 */
export class SingleStatementClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config)
    const ask = this.query.bind(this) as Ask
    this.query = ((text: unknown, values?: unknown, callback?: unknown) =>
      typeof text === 'string' && Array.isArray(values)
        ? ask({ text, values, queryMode: 'extended' }, callback)
        : ask(text, values, callback)) as Client['query']
  }
}
