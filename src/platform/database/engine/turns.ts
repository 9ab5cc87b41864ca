/** One thing that somebody wants done while nobody else has the database. */
type Turn<Client> = { client: Client; work: () => Promise<void>; since: number }

export type TurnLimits<Client> = {
  /** Does the client that was served last keep the database for itself (it is inside a transaction)? */
  keeps(): boolean
  /** Somebody has waited for `patience` milliseconds while the one who keeps the database asked for nothing. */
  patience: number
  /** Takes the database from a client that keeps everybody waiting: undo its transaction, tell it. */
  evict(client: Client): Promise<void>
}

/**
 * Who may use the database next. It has one session for everybody, so turns are taken in the order they are asked
 * for; but a client inside a transaction keeps the database until that has ended, and nobody comes between.
 */
export class Turns<Client extends object> {
  readonly #limits: TurnLimits<Client>
  #waiting: Turn<Client>[] = []
  readonly #gone = new WeakSet<Client>()
  #keeper: Client | null = null
  #idleSince = 0
  #busy = false
  #timer: NodeJS.Timeout | undefined

  constructor(limits: TurnLimits<Client>) {
    this.#limits = limits
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Asks for a turn. `work` must not fail: it answers its own client. */
  ask(client: Client, work: () => Promise<void>): void {
    this.#waiting.push({ client, work, since: Date.now() })
    void this.#serve()
  }

  /** A client is gone: what it asked for is forgotten, and what it kept is undone. */
  leave(client: Client): void {
    this.#gone.add(client)
    this.#waiting = this.#waiting.filter((turn) => turn.client !== client)
    if (this.#keeper === client && !this.#busy) void this.#serve()
  }

  async #serve(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    clearTimeout(this.#timer)
    if (this.#keeperIsGone()) await this.#evict()
    for (let turn = this.#next(); turn; turn = this.#next()) {
      await turn.work()
      this.#keeper = this.#limits.keeps() ? turn.client : null
      this.#idleSince = Date.now()
      if (this.#keeperIsGone()) await this.#evict()
    }
    this.#busy = false
    this.#watch()
  }

  #keeperIsGone(): boolean {
    return this.#keeper !== null && this.#gone.has(this.#keeper)
  }

  async #evict(): Promise<void> {
    await this.#limits.evict(this.#keeper!)
    this.#keeper = null
  }

  #next(): Turn<Client> | undefined {
    const keeper = this.#keeper
    const place = keeper !== null ? this.#waiting.findIndex((turn) => turn.client === keeper) : 0
    return place < 0 ? undefined : this.#waiting.splice(place, 1)[0]
  }

  /** While somebody waits for a client that does nothing, its time is counted. */
  #watch(): void {
    const keeper = this.#keeper
    const first = this.#waiting[0]
    if (keeper === null || !first) return
    const due = Math.max(this.#idleSince, first.since) + this.#limits.patience
    this.#timer = setTimeout(() => this.leave(keeper), Math.max(0, due - Date.now()))
  }
}
