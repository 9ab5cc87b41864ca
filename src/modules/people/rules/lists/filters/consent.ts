import { z } from 'zod'
import type { PersonFacts } from '../facts.ts'
import { filterRule } from '../filter.ts'

const channels = ['any', 'email', 'sms', 'phone', 'post'] as const

/** Has agreed to something in a channel, or in any, and the consent holds today. */
export const consentRule = filterRule({
  name: 'consent',
  part: 'consents',
  input: z.strictObject({
    purpose: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/, 'list.purpose'),
    channel: z.enum(channels).default('any'),
  }),
  fields: [
    { name: 'purpose', as: 'purpose' },
    { name: 'channel', as: 'choice', options: channels },
  ],
  phrase: ({ purpose, channel }) => ({
    key: channel === 'any' ? 'say.consent' : 'say.consentBy',
    params: { purpose: { purpose }, channel: { oneOf: [`filter.consent.channel.${channel}`] } },
  }),
  references: ({ purpose }) => [{ kind: 'purpose', id: purpose }],
  holds: ({ purpose, channel }, { consents }, { today }) =>
    consents.some(
      (each) =>
        each.purpose === purpose &&
        // Somebody who may be asked in every way may be asked in this one.
        (channel === 'any' || each.channel === channel || each.channel === 'any') &&
        isValid(each, today),
    ),
})

/** Does a consent that was not withdrawn still hold on a day? */
export function isValid({ expiresOn }: PersonFacts['consents'][number], day: string): boolean {
  return expiresOn === null || expiresOn >= day
}
