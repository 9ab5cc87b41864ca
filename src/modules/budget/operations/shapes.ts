import { z } from 'zod'

/** An exact decimal as text, `-64` or `1234.5`; never a float. */
export const amountText = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,10})?$/, 'amount')
  .describe('An exact decimal amount as text, with a point: "1234.5"')

export const bookId = z.uuid().describe('The budget book')
export const versionId = z.uuid().describe('One of the versions in the book')
export const yearNumber = z.number().int().min(1900).max(2200)
export const amountUnit = z.enum(['kr', 'tkr', 'mnkr', 'mdkr'])
export const adjustmentKind = z.enum(['reform', 'saving', 'income', 'financing', 'resultRequirement'])
export const versionKind = z.enum(['base', 'own', 'other', 'scenario'])
export const versionState = z.enum(['draft', 'ready', 'adopted', 'archived'])

/** One version as lists show it. */
export const versionSummary = z.object({
  id: versionId,
  slug: z.string(),
  name: z.string(),
  kind: versionKind,
  party: z.string(),
  parentId: versionId.nullable(),
  state: versionState,
  cashPolicy: z.enum(['cash', 'loans']),
})
