import type { Amount } from '../../../rules/amount.ts'
import { amount, ZERO } from '../../../rules/amount.ts'
import type { DocumentModel, DocumentTable } from '../../model/document.ts'
import { cellKey, type Explanations, type How, type Term } from '../../model/explanations.ts'

/** Where figures stand in the workbook: `'Anslag'!C5`. */
export class Places {
  readonly #ours = new Map<string, string>()
  readonly #base = new Map<string, string>()
  readonly #reforms = new Map<string, { address: string; value: Amount | null }>()

  keep(table: string, row: string, column: string, sheet: string, address: string): void {
    this.#ours.set(key(table, row, column), `'${sheet}'!${address}`)
  }

  keepBase(table: string, row: string, column: string, sheet: string, address: string): void {
    this.#base.set(key(table, row, column), `'${sheet}'!${address}`)
  }

  keepReform(id: string, year: number, sheet: string, address: string, value: Amount | null): void {
    this.#reforms.set(`${id} ${year}`, { address: `'${sheet}'!${address}`, value })
  }

  ours(table: string, row: string, column: string): string | undefined {
    return this.#ours.get(key(table, row, column))
  }

  base(table: string, row: string, column: string): string | undefined {
    return this.#base.get(key(table, row, column))
  }

  reform(id: string, year: number): { address: string; value: Amount | null } | undefined {
    return this.#reforms.get(`${id} ${year}`)
  }
}

function key(table: string, row: string, column: string): string {
  return JSON.stringify([table, row, column])
}

/** Every figure's exact value, by its place in the document. */
export class Values {
  readonly #tables: Map<string, DocumentTable>
  readonly #explanations: Explanations
  readonly #bases = new Map<string, Amount | null>()
  readonly years: readonly number[]

  constructor(model: DocumentModel, explanations: Explanations) {
    const tables = [
      model.overview,
      model.path,
      ...model.statements,
      ...model.boards.flatMap((board) => board.table ?? []),
    ]
    this.#tables = new Map(tables.map((table) => [table.key, table]))
    this.#explanations = explanations
    this.years = model.years
  }

  how(table: string, row: string, column: string): How | undefined {
    return this.#explanations[table]?.[cellKey(row, column)]
  }

  ours(table: string, row: string, column: string): Amount | null {
    const found = this.#tables.get(table)
    const at = found?.columns.findIndex((each) => each.key === column) ?? -1
    const value = found?.rows.find((each) => each.key === row)?.cells[at]?.value ?? null
    return value === null ? null : amount(value)
  }

  /** What the figure is in the base, before our changes; null where that cannot be told. */
  base(table: string, row: string, column: string): Amount | null {
    const place = key(table, row, column)
    const known = this.#bases.get(place)
    if (known !== undefined) return known
    this.#bases.set(place, null)
    const value = this.#countBase(table, row, column)
    this.#bases.set(place, value)
    return value
  }

  #countBase(table: string, row: string, column: string): Amount | null {
    const how = this.how(table, row, column)
    if (how === undefined || how.kind === 'override' || how.kind === 'computed') return null
    if (how.kind === 'base') return this.ours(table, row, column)
    let total = ZERO
    for (const term of how.terms) {
      const value = this.baseOfTerm(term)
      if (value === null) return null
      total = total.plus(value.times(term.sign))
    }
    return total
  }

  /** What a term of a sum is in the base: its own base, nothing for a change of ours. */
  baseOfTerm(term: Term): Amount | null {
    if (term.change) return ZERO
    if (term.to !== null) return this.base(term.to.table, term.to.row, term.to.column)
    return term.value === null ? null : amount(term.value)
  }
}
