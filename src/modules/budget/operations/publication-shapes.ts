import { z } from 'zod'
import type { DocumentModel } from '../document/model/document.ts'
import type { How } from '../document/model/explanations.ts'

export const publicationSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('The part of the address that the budget is published under')

export const editionNumber = z
  .number()
  .int()
  .positive()
  .optional()
  .describe('An edition; the latest when none is given')

/** One edition as lists show it. */
export const editionSummary = z.object({
  edition: z.number().int(),
  publishedAt: z.iso.datetime(),
  withdrawn: z.boolean(),
})

/** What is frozen is given on as it is: it was checked when it was made, and is too large to check for each reader. */
export const publishedDocument = z
  .record(z.string(), z.unknown())
  .describe('The whole document, kansli-document/1') as unknown as z.ZodType<DocumentModel, DocumentModel>

/** By column, how the figures of a row came about. */
export const publishedExplanations = z
  .record(z.string(), z.unknown())
  .describe('By column: how the figure is made up, term by term') as unknown as z.ZodType<
  Record<string, How>,
  Record<string, How>
>
