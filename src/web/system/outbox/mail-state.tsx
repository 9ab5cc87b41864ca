import { mailTexts } from '#platform/mail/messages/mail.ts'
import { useTexts } from '../../language.tsx'
import { Status } from '../../ui/index.ts'

export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof mailStates)[number]

const tones = { waiting: 'wait', sent: 'good', failed: 'bad', kept: 'info' } as const

/** What became of a mail. */
export function MailStatus({ state }: { state: MailState }) {
  return <Status tone={tones[state]}>{useTexts(mailTexts)(`state.${state}`)}</Status>
}
