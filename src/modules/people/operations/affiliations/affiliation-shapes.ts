import { z } from 'zod'
import { affiliationKinds } from '../../rules/affiliations/kinds.ts'
import { tidyName } from '../../rules/names.ts'

export const affiliationInput = {
  agreed: z.literal(true, 'affiliation.consentFirst').describe('Has read or heard the words, and agrees'),
  kind: z.enum(affiliationKinds),
  name: z.string().max(300).overwrite(tidyName).min(1).max(200),
  role: z.string().max(300).overwrite(tidyName).max(200).default('').describe('What the person does there'),
}

export const affiliationShape = z.object({
  id: z.uuid(),
  kind: z.enum(affiliationKinds),
  name: z.string(),
  role: z.string(),
  consentId: z.uuid(),
  since: z.iso.date(),
})
