import { createContext, type RouterContextProvider } from 'react-router'
import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import type { OpenSession } from '#platform/auth/open-session.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Operation } from '#platform/operations/operation.ts'
import type { Problem } from '#platform/operations/problem.ts'

/** Everything a page's loader or action may use: who asks, in which language, and the operations. */
export type Visit = {
  actor: Actor
  /** The session that the visitor is signed in by. */
  session: OpenSession | null
  organisation: { id: string; slug: string; name: string; accentHue: number; isDemo: boolean } | null
  /** Other organisations the person belongs to. */
  organisations: { slug: string; name: string }[]
  language: Language
  theme: 'light' | 'dark' | null
  nonce: string
  publicUrl: string
  /** Why what was sent was not even read: it was too large. The page is shown as if it had been asked for. */
  refused: Problem | null
  /** Is the demo's way to change roles offered? */
  demo: boolean
  /** May this caller use the operation at all? For showing and hiding; the operation asks again. */
  may(operation: Operation): boolean
  /** Calls an operation for this caller, in this organisation. */
  call<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
}

export const visitContext = createContext<Visit>()

/** The visit of a loader or action. */
export function visitOf(args: { context: Readonly<RouterContextProvider> }): Visit {
  return args.context.get(visitContext)
}
