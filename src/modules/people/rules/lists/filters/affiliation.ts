import { z } from 'zod'
import { affiliationKinds } from '../../affiliations/kinds.ts'
import { filterRule } from '../filter.ts'
import { isValid } from './consent.ts'

/**
 * Has told of belonging to a union, a movement or an association beside ours: any, those of a kind, or one by its name. Found
 * only while the consent it was told with holds.
 */
export const affiliationRule = filterRule({
  name: 'affiliation',
  part: 'affiliations',
  input: z.strictObject({
    kind: z.enum(affiliationKinds).optional(),
    word: z.string().trim().min(1).max(200).optional(),
  }),
  fields: [
    { name: 'kind', as: 'choice', options: affiliationKinds, optional: true },
    { name: 'word', as: 'text', optional: true },
  ],
  phrase: ({ kind, word }) => ({
    key: 'say.affiliation',
    params: { kind: kind ?? 'none', word: word ?? 'none' },
  }),
  holds: ({ kind, word }, { affiliations, consents }, { today }) =>
    affiliations.some(
      (each) =>
        (kind === undefined || each.kind === kind) &&
        (word === undefined || each.name.toLowerCase().includes(word.toLowerCase())) &&
        consents.some((consent) => consent.id === each.consentId && isValid(consent, today)),
    ),
})
