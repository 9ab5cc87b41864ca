import { z } from 'zod'
import { retentionKeys } from '../../rules/privacy/retention-subjects.ts'

export const retentionRule = z.object({
  key: z.enum(retentionKeys),
  action: z.enum(['erase', 'remove']),
  months: z.number().int(),
  active: z.boolean(),
  changedAt: z.date().nullable(),
  changedByName: z.string(),
  lastRunAt: z.date().nullable(),
  lastRunCount: z.number().int().nullable(),
})
