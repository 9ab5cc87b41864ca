/**
 * What can go wrong in an operation, as the caller may be told (RFC 9457 problem details). The texts are in
 * `messages/problem.*.json` under `title.<code>` and `detail.<code>`, so that every edge answers in the reader's
 * language and says what to do next.
 */
export const problemStatus = {
  /** What was sent cannot be taken apart at all: broken JSON, a form without its boundary. */
  malformed: 400,
  invalidInput: 422,
  signInRequired: 401,
  secondFactorRequired: 403,
  roleRequired: 403,
  scopeRequired: 403,
  /** A change in somebody's name, sent from another site. */
  otherSite: 403,
  /** Also what is there but may not be seen: its existence is not told. */
  notFound: 404,
  /** The address is right, but not for this method. */
  methodNotAllowed: 405,
  /** Somebody else changed the same thing meanwhile. */
  changedMeanwhile: 409,
  /** It cannot be done in the state things are in. */
  notPossibleNow: 409,
  /** An Idempotency-Key that came before with something else. */
  keyReused: 422,
  tooLarge: 413,
  unsupportedFile: 415,
  tooMany: 429,
  cancelled: 499,
  unexpected: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

/** One thing wrong in the input: where (a path into it) and what, as a message key with its parameters. */
export type InputIssue = { path: (string | number)[]; message: string; params?: MessageParams }

export type MessageParams = Record<string, string | number | boolean>

export class Problem extends Error {
  readonly code: ProblemCode
  /** A message key that says it more exactly than the code, with parameters. */
  readonly detail: { key: string; params: MessageParams } | null
  readonly issues: InputIssue[]
  /** What the caller needs to go on: the other's value on a conflict, seconds to wait on `tooMany`. */
  readonly facts: Record<string, unknown>

  constructor(
    code: ProblemCode,
    more: {
      detail?: string
      params?: MessageParams
      issues?: InputIssue[]
      facts?: Record<string, unknown>
      cause?: unknown
    } = {},
  ) {
    super(more.detail ?? code, { cause: more.cause })
    this.name = 'Problem'
    this.code = code
    this.detail = more.detail ? { key: more.detail, params: more.params ?? {} } : null
    this.issues = more.issues ?? []
    this.facts = more.facts ?? {}
  }

  get status(): number {
    return problemStatus[this.code]
  }
}

/** Gives the value, or answers that it is not there (or not for this caller, which is the same answer). */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Problem('notFound')
  return value
}
