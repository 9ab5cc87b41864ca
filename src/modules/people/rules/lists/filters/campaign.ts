import { z } from 'zod'
import { filterRule } from '../filter.ts'

/** Joined through a page for joining: a unit's or a campaign's. */
export const campaignRule = filterRule({
  name: 'campaign',
  part: 'timeline',
  input: z.strictObject({ campaignId: z.uuid() }),
  fields: [{ name: 'campaignId', as: 'campaign' }],
  phrase: ({ campaignId }, names) => ({
    key: 'say.campaign',
    params: { campaign: names.get(campaignId) ?? '' },
  }),
  references: ({ campaignId }) => [{ kind: 'campaign', id: campaignId }],
  holds: ({ campaignId }, { campaignIds }) => campaignIds.includes(campaignId),
})
