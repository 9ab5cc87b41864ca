import { z } from 'zod'
import { filterRule } from '../filter.ts'
import { isValid } from './consent.ts'

const subjects = ['interests', 'skills', 'affiliations'] as const

/**
 * Has told of an interest, a skill or a tie to another movement. Found only while the consent it was told with
 * holds, and no further than the person said: those who answer for the home unit, or everybody who sees the record.
 */
export const engagementRule = filterRule({
  name: 'engagement',
  part: 'engagement',
  input: z.strictObject({ subject: z.enum(subjects), word: z.string().trim().min(1).max(100) }),
  fields: [
    { name: 'subject', as: 'choice', options: subjects },
    { name: 'word', as: 'text' },
  ],
  phrase: ({ subject, word }) => ({ key: `say.engagement.${subject}`, params: { word } }),
  holds({ subject, word }, { engagement, consents, homeUnitId }, { today, reaches }) {
    if (!engagement) return false
    const consent = consents.find(({ id }) => id === engagement.consentId)
    return (
      consent !== undefined &&
      isValid(consent, today) &&
      (engagement.visibility === 'district' || reaches(homeUnitId)) &&
      engagement[subject].some((each) => each.toLowerCase() === word.toLowerCase())
    )
  },
})
