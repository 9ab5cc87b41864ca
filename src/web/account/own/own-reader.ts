import { data, type RouterContextProvider } from 'react-router'
import { ownAccount, type OwnAccount } from '#platform/auth/own-account.ts'
import type { OpenSession } from '#platform/auth/open-session.ts'
import { addressHeader } from '#platform/auth/sign-in.ts'
import { whence, type SignInEventName } from '#platform/auth/sign-in-events.ts'
import { signedInReader, type Reader } from '../reader.ts'

/** Somebody who looks at the own account. */
export type OwnReader = Reader & {
  session: OpenSession
  account: OwnAccount
  /** Writes to the log that the person did this just now. */
  record(name: SignInEventName): Promise<void>
}

type Arguments = { request: Request; context: Readonly<RouterContextProvider> }

/** The person whose account it is; others are shown the way to sign in. */
export async function ownReader(args: Arguments): Promise<OwnReader> {
  const reader = signedInReader(args)
  const account = await ownAccount(reader.pages.accounts, reader.session.userId)
  if (!account) throw data({ code: 'notFound' }, { status: 404 })
  return {
    ...reader,
    account,
    record: (name) =>
      reader.pages.accounts.record({
        name,
        userId: account.id,
        by: 'person',
        detail: whence(reader.headers, addressHeader),
      }),
  }
}

/** For actions: the person, whose account may be changed. Those of invented people may not. */
export async function changingReader(args: Arguments): Promise<OwnReader> {
  const reader = await ownReader(args)
  if (reader.account.isDemo) throw data({ code: 'notPossibleNow' }, { status: 409 })
  return reader
}
