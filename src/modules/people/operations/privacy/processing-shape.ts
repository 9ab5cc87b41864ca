import { z } from 'zod'

const words = z.string().trim().max(4000)

/** What is said of one kind of processing (GDPR art. 30.1). */
export const processingWords = z.object({
  name: z.string().trim().min(1).max(200),
  purpose: words,
  persons: words,
  data: words,
  basis: words,
  recipients: words,
  retention: words,
  security: words,
})

export const processingRecord = processingWords.extend({
  /** Null for what a module declares and nobody has changed. */
  id: z.uuid().nullable(),
  declared: z.string().nullable(),
  changedAt: z.date().nullable(),
  changedByName: z.string(),
})
