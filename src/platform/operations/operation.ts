import type { z } from 'zod'
import type { Policy } from '../access/policy.ts'
import type { OperationContext, PrepareContext } from './context.ts'
import type { Fixtures } from './fixtures.ts'
import type { ProblemCode } from './problem.ts'

/** `read` changes nothing; `export` takes data out of the system, which is logged like a write. */
export type Effect = 'read' | 'write' | 'export'

/** What an operation was about, for the audit log. */
export type AuditSubject = {
  kind: string
  id: string | null
  /** A few words or figures that make the log readable; never secrets, never more personal data than needed. */
  detail?: Record<string, string | number | boolean | null>
  /** The account the data is about, when it is about one: that person may see the entry. */
  aboutUserId?: string | null
  /**
   * The persons of the register whose data it showed or changed: each of them may see the entry, also without an
   * account by now. A subject of the kind `person` is about that person without saying so.
   */
  aboutPersonIds?: readonly string[]
  /** The unit whose matter it is, when it is one unit's: those trusted there may see the entry. */
  unitId?: string | null
}

/**
 * One use case. The web, the REST interface, the command line, the access test and the documentation are all
 * made from this one description; nothing else touches the database.
 */
export type Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Prepared = unknown,
> = {
  /** Verb and noun: `list-findings`. */
  name: string
  /** One English sentence, for the interface description and the command line's help. */
  summary: string
  /** Method and path in the REST interface, under `/api`: `GET /budget/books/{bookId}/findings`. */
  route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`
  effect: Effect
  /** Does the answer hold data about persons? Then every use is logged. */
  personalData?: true
  policy: Policy
  /** Does it make a new organisation? Then the caller brings a new id instead of choosing one that exists. */
  startsOrganisation?: true
  /** A file is `z.file()` with `.max(bytes)` and `.mime([…])`: a form's file, multipart in REST, a path in the command line. */
  input: Input
  /** A file is `z.file()` here too: a download in REST, written to disk by the command line. */
  output: Output
  /** A valid input against the demo district: shown in the documentation and used by the access test. */
  example: (fixtures: Fixtures) => z.input<Input>
  /** Required for writes and exports, and for reads of personal data. */
  audit?: (input: z.output<Input>, output: z.output<Output>) => AuditSubject
  /**
   * For what must be known also when it came to nothing (a record that somebody tried to open): what the log says of a call
   * by somebody signed in that was refused. The input is as it was sent, which may be anything.
   */
  auditRefusal?: (input: unknown, because: ProblemCode) => AuditSubject
  /**
   * What takes long and changes nothing (reading a file, setting a document), before the transaction begins: a
   * transaction that waits for a computation keeps others waiting. Called once, however often `run` is tried.
   */
  prepare?(context: PrepareContext, input: z.output<Input>): Promise<Prepared>
  run(context: OperationContext, input: z.output<Input>, prepared: Prepared): Promise<z.input<Output>>
}

type Logged<Input extends z.ZodType, Output extends z.ZodType, Prepared> = Operation<
  Input,
  Output,
  Prepared
> &
  Required<Pick<Operation<Input, Output>, 'audit'>>

/** Defines an operation that only reads, and nothing about persons. */
export function readOperation<Input extends z.ZodType, Output extends z.ZodType, Prepared = undefined>(
  definition: Omit<Operation<Input, Output, Prepared>, 'effect' | 'audit' | 'personalData'>,
): Operation<Input, Output> {
  return { ...definition, effect: 'read' }
}

/** Defines an operation that reads data about persons: each use goes to the audit log. */
export function personalReadOperation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Prepared = undefined,
>(definition: Omit<Logged<Input, Output, Prepared>, 'effect' | 'personalData'>): Operation<Input, Output> {
  return { ...definition, effect: 'read', personalData: true }
}

/** Defines an operation that changes something: it must say what it was about, for the audit log. */
export function writeOperation<Input extends z.ZodType, Output extends z.ZodType, Prepared = undefined>(
  definition: Omit<Logged<Input, Output, Prepared>, 'effect'>,
): Operation<Input, Output> {
  return { ...definition, effect: 'write' }
}

/** Defines an operation that takes data out of the system. */
export function exportOperation<Input extends z.ZodType, Output extends z.ZodType, Prepared = undefined>(
  definition: Omit<Logged<Input, Output, Prepared>, 'effect'>,
): Operation<Input, Output> {
  return { ...definition, effect: 'export' }
}
