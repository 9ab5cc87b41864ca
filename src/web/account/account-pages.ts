import { createContext, type RouterContextProvider } from 'react-router'
import type { z } from 'zod'
import type { Role } from '#platform/access/roles.ts'
import type { TokenScope } from '#platform/access/decide.ts'
import type { Accounts } from '#platform/auth/accounts.ts'
import type { Answer } from '#platform/auth/ask.ts'
import type { Operation } from '#platform/operations/operation.ts'
import type { Visit } from '../request-context.ts'

/** Whether a code for taking the system into use is right. */
export type CodeTry = 'right' | 'wrong' | 'tooMany' | 'alreadySetUp'

/** Guards the taking into use of an unset system; see the server's set-up-gate.ts. */
export type SetUpGate = {
  /** Does the system wait to be taken into use? */
  isOpen(): Promise<boolean>
  /** Tries a code, from a network address; right ones stay right until the system is taken into use. */
  try(code: string, address: string): Promise<CodeTry>
}

/** What the pages about accounts need besides the visit: the sign-in itself, which no operation reaches. */
export type AccountPages = {
  accounts: Accounts
  setUp: SetUpGate
  /** What a key may be given, by module. */
  tokenScopes: readonly TokenScope[]
  /** Calls an operation as the person at the machine, for an organisation that is made by it. */
  callAsOperator: Call
  /** Calls an operation for the visitor, in the organisation that invites. */
  callIn(visit: Visit, organisationId: string): Call
  /** Signs in as the demo's account for a role. Null when it has none. */
  enterDemo(visit: Visit, headers: Headers, role: Role): Promise<Pick<Answer, 'cookies'> | null>
}

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
  language?: Visit['language'],
) => Promise<z.output<Output>>

export const accountPagesContext = createContext<AccountPages>()

/** What the account pages work with, in a loader or action. */
export function accountPagesOf(args: { context: Readonly<RouterContextProvider> }): AccountPages {
  return args.context.get(accountPagesContext)
}
