import { ZERO, type Amount } from '../../rules/amount.ts'
import { isBoardKind } from '../../rules/statements/version.ts'
import { documentTexts } from '../../messages/document.ts'
import type { Compiled } from '../../store/compile.ts'
import type { StoredBook } from '../../store/stored-book.ts'
import type { Body } from './bodies.ts'
import type {
  DocumentAssignment,
  DocumentBoard,
  DocumentReform,
  DocumentRow,
  DocumentTable,
  Figure,
} from './document.ts'
import { figure, share } from './print.ts'

const t = documentTexts.in('sv')

type Columns = DocumentTable['columns']

/** The years of the budget as a table's columns. */
export function yearColumns(years: readonly number[], labels: readonly string[]): Columns {
  return years.map((year, at) => ({
    key: String(year),
    label: labels[at] ?? String(year),
    year,
    kind: at === 0 ? 'budget' : 'plan',
  }))
}

/** Every body that money or an assignment goes to: first those with an appropriation, in the base's order. */
export function boardsOf(
  book: StoredBook,
  { totals }: Compiled,
  body: (name: string) => Body,
  reforms: readonly DocumentReform[],
  assignments: readonly DocumentAssignment[],
  labels: readonly string[],
): DocumentBoard[] {
  const print = (value: Amount | null): Figure => figure(value, book.amountUnit, book.decimals)
  const columns = yearColumns(totals.years, labels)
  const givenTo = (slug: string) =>
    assignments.filter((each) => each.responsible.some((one) => one.slug === slug)).map((each) => each.slug)
  const withMoney = totals.boards.map((board): DocumentBoard => {
    const { name, slug } = body(board.publicBoard)
    const own = reforms.filter((each) => each.board === slug && each.kind !== 'tax' && isBoardKind(each.kind))
    return {
      slug,
      name,
      base: board.base.map(print),
      change: board.adjustments.map(print),
      sum: board.sum.map(print),
      share: board.sum.map((each, at) => share(each, totals.appropriations[at] ?? ZERO)),
      table: {
        key: `board:${slug}`,
        slug,
        title: t('table.boardAdjustments', { board: name }),
        kind: 'board',
        body: name,
        unit: book.amountUnit,
        columns,
        rows: [
          row('base', t('row.base'), 'line', board.base.map(print)),
          ...own.map(reformRow),
          row('sum', t('row.sum'), 'sum', board.sum.map(print)),
        ],
      },
      reforms: own.map((each) => each.slug),
      assignments: givenTo(slug),
    }
  })
  const known = new Set(withMoney.map((board) => board.slug))
  const others = new Map(
    assignments.flatMap((each) => each.responsible.map((one) => [one.slug, one.name] as const)),
  )
  return [
    ...withMoney,
    ...[...others]
      .filter(([slug]) => !known.has(slug))
      .map(([slug, name]): DocumentBoard => ({
        slug,
        name,
        base: null,
        change: [],
        sum: [],
        share: [],
        table: null,
        reforms: [],
        assignments: givenTo(slug),
      })),
  ]
}

/** A row of a table that Kansli has made. */
export function row(
  key: string,
  label: string,
  kind: DocumentRow['kind'],
  cells: (Figure | null)[],
  about: DocumentRow['about'] = null,
): DocumentRow {
  return { key, anchor: key.replaceAll(':', '-'), label, kind, about, cells }
}

/** One adjustment in a table. */
export function reformRow(reform: DocumentReform): DocumentRow {
  return row(`adjustment:${reform.id}`, reform.label, 'line', reform.amounts, {
    of: 'reform',
    slug: reform.slug,
  })
}

/** Base, change and sum of every public board. The years of the plan show what we change and what it comes to. */
export function overviewTable(
  book: StoredBook,
  { totals }: Compiled,
  boards: readonly DocumentBoard[],
): DocumentTable {
  const print = (value: Amount | null): Figure => figure(value, book.amountUnit, book.decimals)
  const [first = 0, ...later] = totals.years
  const column = (part: 'base' | 'change' | 'sum', year: number): Columns[number] => ({
    key: `${part}:${year}`,
    label: t(`column.${part}`, { year: String(year) }),
    year,
    kind: part,
  })
  const columns: Columns = [
    column('base', first),
    column('change', first),
    column('sum', first),
    { key: 'share', label: t('column.share'), year: first, kind: 'share' },
    ...later.map((year) => column('sum', year)),
  ]
  const money = boards.filter((board) => board.base !== null)
  const rowOf = (board: DocumentBoard): DocumentRow =>
    row(
      `board:${board.slug}`,
      board.name,
      'line',
      [
        board.base?.[0] ?? null,
        board.change[0] ?? null,
        board.sum[0] ?? null,
        board.share[0] ?? null,
        ...later.map((_, at) => board.sum[at + 1] ?? null),
      ],
      { of: 'board', slug: board.slug },
    )
  const change = (at: number) =>
    (totals.appropriations[at] ?? ZERO).minus(totals.baseAppropriations[at] ?? ZERO)
  return {
    key: 'overview',
    slug: 'namnder',
    title: t('part.overview'),
    kind: 'overview',
    body: null,
    unit: book.amountUnit,
    columns,
    rows: [
      ...money.map(rowOf),
      row('total', t('row.total'), 'sum', [
        print(totals.baseAppropriations[0] ?? ZERO),
        print(change(0)),
        print(totals.appropriations[0] ?? ZERO),
        share(totals.appropriations[0] ?? ZERO, totals.appropriations[0] ?? ZERO),
        ...later.map((_, at) => print(totals.appropriations[at + 1] ?? ZERO)),
      ]),
    ],
  }
}
