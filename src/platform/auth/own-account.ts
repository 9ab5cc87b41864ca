import type { Language } from '../i18n/languages.ts'
import { isLanguage } from '../i18n/languages.ts'
import type { Accounts } from './accounts.ts'

/** An account as its owner sees it. */
export type OwnAccount = {
  id: string
  name: string
  email: string
  language: Language | null
  isDemo: boolean
  hasPassword: boolean
  secondStep: boolean
  passkeys: number
}

/** @returns null when there is no such account any more */
export async function ownAccount({ database }: Accounts, userId: string): Promise<OwnAccount | null> {
  const row = await database
    .selectFrom('account.user as person')
    .select((select) => [
      'person.id',
      'person.name',
      'person.email',
      'person.language',
      'person.isDemo',
      'person.twoFactorEnabled',
      select
        .selectFrom('account.account as way')
        .select(select.fn.countAll<bigint>().as('count'))
        .whereRef('way.userId', '=', 'person.id')
        .where('way.providerId', '=', 'credential')
        .where('way.password', 'is not', null)
        .as('passwords'),
      select
        .selectFrom('account.passkey as passkey')
        .select(select.fn.countAll<bigint>().as('count'))
        .whereRef('passkey.userId', '=', 'person.id')
        .as('passkeys'),
    ])
    .where('person.id', '=', userId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : null,
    isDemo: row.isDemo,
    hasPassword: Number(row.passwords ?? 0) > 0,
    secondStep: row.twoFactorEnabled === true,
    passkeys: Number(row.passkeys ?? 0),
  }
}

/** Changes what others see and in which language the system speaks. Invented people keep theirs. */
export async function changeOwnAccount(
  { database }: Accounts,
  userId: string,
  change: { name?: string; language?: Language | null },
): Promise<void> {
  await database
    .updateTable('account.user')
    .set({ ...change, updatedAt: new Date() })
    .where('id', '=', userId)
    .where('isDemo', '=', false)
    .execute()
}
