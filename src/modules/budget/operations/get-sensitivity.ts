import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { amount } from '../rules/amount.ts'
import { roles } from '../rules/roles.ts'
import { exposureOf } from '../rules/sensitivity/exposure.ts'
import { outcomeUnder } from '../rules/sensitivity/outcome.ts'
import { rowSensitivities } from '../rules/sensitivity/row-sensitivity.ts'
import { effectOf, type Shock } from '../rules/sensitivity/shock.ts'
import { tornado } from '../rules/sensitivity/tornado.ts'
import { compiledVersion } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import { amountText, bookId, versionId, yearNumber } from './shapes.ts'

const shockShape = z.object({
  kind: z.enum(['row', 'taxBase', 'indexation', 'interest', 'payAgreement']),
  /** Per cent; percentage points for interest. */
  size: amountText,
  role: z.enum(roles).optional(),
  course: z.enum(['level', 'growing']).default('level'),
})

/** What if things turn out otherwise: each row ±1–3 per cent, chosen shocks alone and together, and the largest first. */
export const getSensitivity = readOperation({
  name: 'get-sensitivity',
  summary: 'What a version is sensitive to: rows by per cent, shocks alone and together, largest first.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/sensitivity',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    year: yearNumber.optional(),
    shocks: z.array(shockShape).max(20).default([]),
  }),
  output: z.object({
    years: z.array(yearNumber),
    year: yearNumber,
    result: z.array(z.string()),
    rows: z.array(
      z.object({
        role: z.string(),
        label: z.string(),
        amount: z.string(),
        effects: z.array(z.object({ percent: z.string(), effect: z.string() })),
      }),
    ),
    tornado: z.array(z.object({ id: z.string(), label: z.string(), low: z.string(), high: z.string() })),
    shocks: z.array(
      z.object({
        kind: z.string(),
        size: z.string(),
        label: z.string(),
        effect: z.array(z.string()).nullable(),
      }),
    ),
    combined: z
      .object({
        effect: z.array(z.string()),
        result: z.array(z.string()),
        balance: z.array(z.enum(['holds', 'excused', 'restored', 'pending', 'broken'])),
      })
      .nullable(),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    shocks: [{ kind: 'taxBase' as const, size: '-1' }],
  }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const exposure = exposureOf(compiledVersion(book, versionOf(book, input.versionId)).derived)
    const year = exposure.years.find((each) => each === input.year) ?? exposure.years[0] ?? book.budgetYear
    const shocks = input.shocks.map((shock, index): Shock => ({
      id: String(index),
      label: exposure.rows.find((row) => row.role === shock.role)?.label ?? '',
      kind: shock.kind,
      size: amount(shock.size),
      ...(shock.role ? { roles: [shock.role] } : {}),
      course: shock.course,
    }))
    const everyRow = exposure.rows.map((row): Shock => ({
      id: row.role,
      label: row.label,
      kind: 'row',
      size: amount(1),
      roles: [row.role],
    }))
    const combined = shocks.length > 0 ? outcomeUnder(shocks, exposure) : null
    return {
      years: [...exposure.years],
      year,
      result: exposure.result.map((each) => each.toFixed()),
      rows: rowSensitivities(exposure).map((row) => {
        const inYear = row.years.find((each) => each.year === year)
        return {
          role: row.role,
          label: row.label,
          amount: (inYear?.amount ?? amount(0)).toFixed(),
          effects: (inYear?.effects ?? []).map(({ percent, effect }) => ({
            percent: percent.toFixed(),
            effect: effect.toFixed(),
          })),
        }
      }),
      tornado: tornado(everyRow, exposure, year).map((bar) => ({
        id: bar.id,
        label: bar.label,
        low: bar.low.toFixed(),
        high: bar.high.toFixed(),
      })),
      shocks: shocks.map((shock) => ({
        kind: shock.kind,
        size: shock.size.toFixed(),
        label: shock.label,
        effect: effectOf(shock, exposure)?.map((each) => each.toFixed()) ?? null,
      })),
      combined: combined && {
        effect: combined.effect.map((each) => each.toFixed()),
        result: combined.result.map((each) => each.toFixed()),
        balance: combined.balance.map((each) => each.status),
      },
    }
  },
})
