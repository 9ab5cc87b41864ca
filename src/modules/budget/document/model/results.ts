import { ZERO, round, type Amount } from '../../rules/amount.ts'
import { balanceRule } from '../../rules/statements/balance-rule.ts'
import { isBoardKind } from '../../rules/statements/version.ts'
import { documentTexts } from '../../messages/document.ts'
import type { Compiled } from '../../store/compile.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../../store/stored-book.ts'
import { reformRow, row, yearColumns } from './boards.ts'
import type { DocumentReform, DocumentTable, Figure, ResultYear } from './document.ts'
import { figure, stored } from './print.ts'

const t = documentTexts.in('sv')

/** Each year's result: the base's, what we change, ours, and what is required. */
export function resultsOf(book: StoredBook, version: StoredVersion, { totals }: Compiled): ResultYear[] {
  const print = (value: Amount): Figure => figure(value, book.amountUnit, book.decimals)
  const years = yearsOf(book)
  const balance = balanceRule(totals.years.map((year, at) => ({ year, result: totals.result[at] ?? ZERO })))
  return years.map((year, at) => {
    const result = totals.result[at] ?? ZERO
    const required = requirementOf(version, year)
    return {
      year,
      base: print(totals.baseResult[at] ?? ZERO),
      appropriations: print(costOf(totals, at)),
      financing: print(totals.financing[at] ?? ZERO),
      requirements: print(totals.resultRequirements[at] ?? ZERO),
      result: print(result),
      required: required === null ? null : print(required),
      met: required === null ? null : !againstRequirement(result, required, book.decimals).lt(0),
      balance: balance[at]?.status ?? 'holds',
    }
  })
}

function requirementOf(version: StoredVersion, year: number): Amount | null {
  return stored(version.resultRequirements.find((each) => each.year === year)?.amount)
}

/**
 * The result against what is required, both as they are printed: nobody decides on kronor that no document shows, and
 * 208,5 against 208,5 is met.
 */
function againstRequirement(result: Amount, required: Amount, decimals: number): Amount {
  return round(result, decimals).minus(round(required, decimals))
}

/** What our changes of appropriations do to the result: more money to a board makes it worse. */
function costOf(totals: Compiled['totals'], at: number): Amount {
  return (totals.baseAppropriations[at] ?? ZERO).minus(totals.appropriations[at] ?? ZERO)
}

/** The way from the base's result to ours, one row a financing, the boards' changes together. */
export function pathTable(
  book: StoredBook,
  version: StoredVersion,
  { totals }: Compiled,
  reforms: readonly DocumentReform[],
  labels: readonly string[],
): DocumentTable {
  const print = (value: Amount | null): Figure => figure(value, book.amountUnit, book.decimals)
  const years = yearsOf(book)
  const required = years.map((year) => requirementOf(version, year))
  const paying = reforms.filter((each) => each.kind === 'tax' || !isBoardKind(each.kind))
  return {
    key: 'path',
    slug: 'resultat',
    title: t('part.path'),
    kind: 'path',
    body: null,
    unit: book.amountUnit,
    columns: yearColumns(years, labels),
    rows: [
      row('baseResult', t('row.baseResult'), 'line', totals.baseResult.map(print)),
      ...paying.map(reformRow),
      row(
        'appropriations',
        t('row.appropriations'),
        'line',
        years.map((_, at) => print(costOf(totals, at))),
        null,
      ),
      row('ownResult', t('row.result'), 'sum', totals.result.map(print)),
      ...(required.some((each) => each !== null)
        ? [
            row('required', t('row.required'), 'memo', required.map(print)),
            row(
              'difference',
              t('row.difference'),
              'memo',
              required.map((each, at) =>
                each === null
                  ? null
                  : print(againstRequirement(totals.result[at] ?? ZERO, each, book.decimals)),
              ),
            ),
          ]
        : []),
    ],
  }
}
