import type { OperationContext } from '#platform/operations/context.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { peopleTexts } from '../../messages/people.ts'

/** The mails of joining. Every one of them goes to whoever applied, and to nobody else. */
export type JoinMail = 'confirm' | 'known' | 'waiting' | 'approved' | 'refused'

/** Puts one of them in line, in the applicant's language. */
export async function sendJoinMail(
  { db, now, organisationId }: Pick<OperationContext, 'db' | 'now' | 'organisationId'>,
  kind: JoinMail,
  to: { email: string; language: Language; unitId: string; sendBefore?: Date; confidential?: boolean },
  words: Record<string, string | number>,
): Promise<void> {
  const t = peopleTexts.in(to.language)
  await sendMail(db, {
    organisationId,
    unitId: to.unitId,
    at: now,
    recipient: to.email,
    subject: t(`join.mail.${kind}.subject`, words),
    text: t(`join.mail.${kind}.text`, words),
    ...(to.sendBefore ? { sendBefore: to.sendBefore } : {}),
    ...(to.confidential ? { confidential: true } : {}),
  })
}

/** What the organisation is called, and the part of an address that stands for it. */
export function ownOrganisation({ db, organisationId }: Pick<OperationContext, 'db' | 'organisationId'>) {
  return db
    .selectFrom('organisation.organisation')
    .select(['name', 'slug'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
}
