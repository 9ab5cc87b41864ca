import { z } from 'zod'
import { amount, type Amount } from '../rules/amount.ts'
import { roles } from '../rules/roles.ts'
import type { Version } from '../rules/statements/version.ts'

const byYear = z.record(z.string(), z.string())

const versionShape = z.object({
  id: z.string(),
  label: z.string(),
  parent: z.string().nullable(),
  adjustments: z.array(
    z.object({
      id: z.string(),
      publicBoard: z.string().nullable(),
      label: z.string(),
      kind: z.enum(['reform', 'saving', 'income', 'financing', 'resultRequirement']),
      amounts: byYear,
      recurring: z.boolean(),
      part: z.string().nullable(),
      statementRole: z.enum(roles).nullable(),
      chapter: z.string().nullable(),
    }),
  ),
  tax: z.object({
    base: byYear,
    steps: z.array(z.object({ id: z.string(), label: z.string(), öre: byYear })),
  }),
  cashPolicy: z.enum(['cash', 'loans']),
  overrides: z.array(
    z.object({
      table: z.string(),
      row: z.string(),
      column: z.string(),
      value: z.string().nullable(),
      note: z.string(),
    }),
  ),
})

/** A version as it was when a scenario was branched from it, with the words that belong to its adjustments. */
export type BranchSnapshot = { version: Version; rationales: Record<string, string> }

const snapshotShape = z.object({ version: versionShape, rationales: z.record(z.string(), z.string()) })

/** The snapshot as it is stored: amounts are texts, so that nothing of them is lost. */
export function snapshotToJson({ version, rationales }: BranchSnapshot): string {
  return JSON.stringify({
    version: {
      ...version,
      adjustments: version.adjustments.map((each) => ({ ...each, amounts: texts(each.amounts) })),
      tax: {
        base: texts(version.tax.base),
        steps: version.tax.steps.map((step) => ({ ...step, öre: texts(step.öre) })),
      },
      overrides: version.overrides.map((each) => ({ ...each, value: each.value?.toFixed() ?? null })),
    },
    rationales,
  })
}

/** @throws when what is stored is no snapshot: that would be a fault of ours */
export function snapshotFromJson(stored: unknown): BranchSnapshot {
  const { version, rationales } = snapshotShape.parse(stored)
  return {
    version: {
      ...version,
      adjustments: version.adjustments.map((each) => ({ ...each, amounts: amounts(each.amounts) })),
      tax: {
        base: amounts(version.tax.base),
        steps: version.tax.steps.map((step) => ({ ...step, öre: amounts(step.öre) })),
      },
      overrides: version.overrides.map((each) => ({
        ...each,
        value: each.value === null ? null : amount(each.value),
      })),
    },
    rationales,
  }
}

function texts(years: Readonly<Record<number, Amount>>): Record<string, string> {
  return Object.fromEntries(Object.entries(years).map(([year, value]) => [year, value.toFixed()]))
}

function amounts(years: Record<string, string>): Record<number, Amount> {
  return Object.fromEntries(Object.entries(years).map(([year, text]) => [Number(year), amount(text)]))
}
