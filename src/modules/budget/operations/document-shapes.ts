import { z } from 'zod'
import type { TextFigure, TextTable } from '../document/model/document.ts'
import type { Block, Inline } from '../document/text/blocks.ts'
import { cellOrigins, units } from '../rules/book.ts'
import { versionKind, versionState, yearNumber } from './shapes.ts'

const figure = z.object({
  value: z.string().nullable(),
  printed: z.string(),
  decimals: z.number().int(),
  unit: z.enum(units),
  origin: z.enum(cellOrigins),
  source: z.object({ file: z.string().nullable(), line: z.number().int() }).nullable(),
})

/** A table as it is printed. */
export const documentTable = z.object({
  key: z.string(),
  slug: z.string(),
  title: z.string(),
  kind: z.string(),
  body: z.string().nullable(),
  unit: figure.shape.unit,
  columns: z.array(
    z.object({ key: z.string(), label: z.string(), year: yearNumber.nullable(), kind: z.string() }),
  ),
  rows: z.array(
    z.object({
      key: z.string(),
      anchor: z.string(),
      label: z.string(),
      kind: z.enum(['line', 'sum', 'ofWhich', 'memo', 'section']),
      about: z.object({ of: z.enum(['reform', 'board']), slug: z.string() }).nullable(),
      cells: z.array(figure.nullable()),
    }),
  ),
})

const textFigure: z.ZodType<TextFigure> = z.union([
  z.object({
    ok: z.literal(true),
    printed: z.string(),
    values: z.array(z.string()),
    target: z
      .union([
        z.object({ to: z.enum(['reform', 'board', 'assignment']), slug: z.string() }),
        z.object({ to: z.enum(['overview', 'results']) }),
        z.object({ to: z.literal('table'), slug: z.string(), anchor: z.string() }),
      ])
      .nullable(),
  }),
  z.object({ ok: z.literal(false), printed: z.string() }),
])

const textTable: z.ZodType<TextTable> = z.discriminatedUnion('of', [
  z.object({ of: z.literal('table'), table: documentTable }),
  z.object({ of: z.literal('assignments'), assignments: z.array(z.string()) }),
  z.object({ of: z.literal('fault'), printed: z.string() }),
])

/** Where something stands in a text, counted from 1 as editors do. */
export const textPlace = z.object({ line: z.number().int(), column: z.number().int() })

const inlines: z.ZodType<Inline<TextFigure>[]> = z.lazy(() => z.array(inline))

const inline: z.ZodType<Inline<TextFigure>> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), at: textPlace }),
  z.object({ kind: z.literal('strong'), children: inlines }),
  z.object({ kind: z.literal('emphasis'), children: inlines }),
  z.object({ kind: z.literal('link'), address: z.string(), children: inlines }),
  z.object({ kind: z.literal('break') }),
  z.object({ kind: z.literal('figure'), figure: textFigure }),
])

/** A chapter's text as it is printed: what it refers to is filled in. */
export const printedText: z.ZodType<Block<TextFigure, TextTable>[]> = z.lazy(() => z.array(block))

const block: z.ZodType<Block<TextFigure, TextTable>> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    children: inlines,
  }),
  z.object({ kind: z.literal('paragraph'), children: inlines }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    start: z.number().int(),
    items: z.array(printedText),
  }),
  z.object({ kind: z.literal('quote'), children: printedText }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('table'), table: textTable }),
])

export const chapterShape = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  board: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).nullable(),
  revision: z.number().int(),
  words: z.number().int(),
  /** The chapter as it is written: Markdown with references. */
  source: z.string(),
  /** The same as it is printed. */
  text: printedText,
})

export const assignmentShape = z.object({
  id: z.uuid(),
  code: z.string(),
  slug: z.string(),
  /** Its number among those of the first body that answers for it, and the two together. */
  number: z.number().int(),
  label: z.string(),
  kind: z.string(),
  theme: z.string(),
  text: z.string(),
  amounts: z.string(),
  dueYear: yearNumber.nullable(),
  condition: z.string(),
  chapter: z.string().nullable(),
  responsible: z.array(z.object({ name: z.string(), slug: z.string() })),
  consulted: z.array(z.object({ name: z.string(), slug: z.string().nullable() })),
  sourceKey: z.string(),
  revision: z.number().int(),
})

/** Something in a chapter's text that has to be put right, and where. */
export const chapterFault = z.object({
  chapterId: z.uuid(),
  at: textPlace,
  /** As it stands in the text. */
  read: z.string(),
  /** Why it cannot be used, in the caller's language. */
  says: z.string(),
})

/** An amount somebody typed by hand, which will not follow when the figures change. */
export const typedAmount = z.object({
  chapterId: z.uuid(),
  at: textPlace,
  text: z.string(),
  sentence: z.string(),
})

export const documentVersion = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: versionKind,
  state: versionState,
})
