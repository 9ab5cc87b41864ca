import type { Kysely, Transaction } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { decide, type Scope, type TokenScope } from '../access/decide.ts'
import { seesProtected } from '../access/policy.ts'
import { writeEntry } from '../audit/write-entry.ts'
import {
  isConnectionLost,
  isForeignRow,
  isRaceLost,
  isUnwritableText,
} from '../database/connection-trouble.ts'
import type { Tables } from '../database/tables.ts'
import { asApplication, type Asker } from '../database/transaction.ts'
import type { Language } from '../i18n/languages.ts'
import type { OperationContext } from './context.ts'
import { inputIssues, markUnsaid } from './input-issues.ts'
import type { Operation } from './operation.ts'
import { Problem, type ProblemCode } from './problem.ts'
import type { Services } from './services.ts'

/** Who calls, from where, in which language. */
export type Caller = {
  actor: Actor
  organisationId: string
  language: Language
  /** The network address the call came from. */
  address?: string
  requestId?: string
  progress?: OperationContext['progress']
  /**
   * Something to do in the operation's own transaction, before and after it, so that both are written or neither:
   * a key that lets the same change happen only once.
   */
  around?: Around
}

export type Around = (db: Transaction<Tables>, run: () => Promise<unknown>, now: Date) => Promise<unknown>

/** What every call goes through. */
export type OperationHost = {
  database: { owner: Kysely<Tables>; replica: Kysely<Tables> }
  services: Services
  now(): Date
  /** Told of every call and how it ended: `ok` or the problem's code. */
  observe?: (operation: string, outcome: 'ok' | ProblemCode) => void
}

const noProgress: OperationContext['progress'] = { report: () => undefined, cancelled: () => false }

/**
 * Runs an operation: policy, input, one transaction with its audit row, then what follows a commit.
 * @throws {Problem} for everything the caller may be told; anything else is a fault of ours
 */
export async function callOperation<Input extends z.ZodType, Output extends z.ZodType>(
  host: OperationHost,
  module: string,
  operation: Operation<Input, Output>,
  rawInput: unknown,
  caller: Caller,
): Promise<z.output<Output>> {
  try {
    const output = await allowedCall(host, module, operation, rawInput, caller)
    host.observe?.(operation.name, 'ok')
    return output
  } catch (error) {
    host.observe?.(operation.name, error instanceof Problem ? error.code : 'unexpected')
    if (error instanceof Problem) await logRefusal(host, operation, rawInput, caller, error.code)
    throw error
  }
}

/** Writes that somebody was refused, for the operations that want it known: in a transaction of its own, as the other came to nothing. */
async function logRefusal(
  host: OperationHost,
  operation: Operation,
  rawInput: unknown,
  caller: Caller,
  because: ProblemCode,
): Promise<void> {
  const { actor, organisationId } = caller
  if (!operation.auditRefusal || actor.kind !== 'person') return
  try {
    const subject = operation.auditRefusal(rawInput, because)
    await asApplication(host.database.owner, { actor, organisationId, scope: [] }, 'read write', (db) =>
      writeEntry(db, {
        organisationId,
        at: host.now(),
        actor,
        operation: operation.name,
        effect: operation.effect,
        subject,
        requestId: caller.requestId ?? null,
      }),
    )
  } catch (error) {
    // The caller is told why it was refused, whatever becomes of the log.
    host.services.log.error({ error, operation: operation.name }, 'a refusal was not logged')
  }
}

async function allowedCall<Input extends z.ZodType, Output extends z.ZodType>(
  host: OperationHost,
  module: string,
  operation: Operation<Input, Output>,
  rawInput: unknown,
  caller: Caller,
): Promise<z.output<Output>> {
  const scope = allowedScope(module, operation, caller.actor)
  const input = readInput(operation, rawInput)
  const retry =
    operation.effect === 'write'
      ? isRaceLost
      : (error: unknown) => isRaceLost(error) || isConnectionLost(error)
  try {
    const prepared = await prepare(host, operation, input, caller, scope)
    try {
      return await attempt(host, operation, input, prepared, caller, scope)
    } catch (error) {
      if (!retry(error)) throw error
    }
    return await attempt(host, operation, input, prepared, caller, scope)
  } catch (error) {
    throw asProblem(error)
  }
}

async function prepare<Input extends z.ZodType, Output extends z.ZodType>(
  host: OperationHost,
  operation: Operation<Input, Output>,
  input: z.output<Input>,
  caller: Caller,
  scope: Scope,
): Promise<unknown> {
  if (!operation.prepare) return undefined
  const asker = askerOf(operation, caller, scope)
  return operation.prepare(
    {
      actor: caller.actor,
      organisationId: caller.organisationId,
      scope,
      language: caller.language,
      address: caller.address ?? null,
      now: host.now(),
      services: host.services,
      progress: caller.progress ?? noProgress,
      async read(work) {
        const read = () => asApplication(host.database.replica, asker, 'read only', work)
        try {
          return await read()
        } catch (error) {
          if (!isConnectionLost(error)) throw error
          return read()
        }
      },
    },
    input,
  )
}

function askerOf(operation: Pick<Operation, 'policy'>, caller: Caller, scope: Scope): Asker {
  const { actor, organisationId } = caller
  return { actor, organisationId, scope, seesProtected: seesProtected(operation.policy) }
}

/** What a token must be allowed to do to call this operation. */
export function tokenScope(module: string, operation: Operation): TokenScope {
  return `${module}:${operation.effect}`
}

function allowedScope(module: string, operation: Operation, actor: Actor): Scope {
  const decision = decide(actor, operation.policy, tokenScope(module, operation))
  if (!decision.allowed) throw new Problem(decision.because)
  return decision.scope
}

function readInput<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  rawInput: unknown,
): z.output<Input> {
  const parsed = operation.input.safeParse(rawInput, { error: markUnsaid })
  if (parsed.success) return parsed.data
  throw new Problem('invalidInput', { issues: inputIssues(parsed.error) })
}

async function attempt<Input extends z.ZodType, Output extends z.ZodType>(
  host: OperationHost,
  operation: Operation<Input, Output>,
  input: z.output<Input>,
  prepared: unknown,
  caller: Caller,
  scope: Scope,
): Promise<z.output<Output>> {
  const now = host.now()
  const afterwards: (() => void | Promise<void>)[] = []
  const onlyReads = operation.effect === 'read' && !operation.audit
  const database = onlyReads ? host.database.replica : host.database.owner
  const asker = askerOf(operation, caller, scope)
  const output = await asApplication(database, asker, onlyReads ? 'read only' : 'read write', async (db) => {
    const run = async () => {
      const result = await operation.run(
        {
          actor: caller.actor,
          organisationId: caller.organisationId,
          scope,
          language: caller.language,
          now,
          db,
          services: host.services,
          afterCommit: (work) => void afterwards.push(work),
          progress: caller.progress ?? noProgress,
        },
        input,
        prepared,
      )
      const checked = operation.output.parse(result)
      if (operation.audit) {
        await writeEntry(db, {
          organisationId: caller.organisationId,
          at: now,
          actor: caller.actor,
          operation: operation.name,
          effect: operation.effect,
          subject: operation.audit(input, checked),
          requestId: caller.requestId ?? null,
        })
      }
      return checked
    }
    return (caller.around ? caller.around(db, run, now) : run()) as Promise<z.output<Output>>
  })
  for (const work of afterwards) {
    try {
      await work()
    } catch (error) {
      // What is written is written: the caller must not be told that it failed.
      host.services.log.error({ error, operation: operation.name }, 'after commit')
    }
  }
  return output
}

function asProblem(error: unknown): unknown {
  if (isConnectionLost(error)) return new Problem('unavailable', { cause: error })
  // The database refused to tie something to a row that is not there, or not for this caller.
  if (isForeignRow(error)) return new Problem('notFound', { cause: error })
  if (isUnwritableText(error)) return new Problem('invalidInput', { cause: error })
  return error
}
