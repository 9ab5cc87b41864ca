import type { Role } from '../../roles.ts'
import { printedColumns } from '../context.ts'
import type { RowView, TableView } from '../view.ts'
import { ColumnSums, fitOf, fitsAll, type Counted, type Fit } from './fit.ts'
import { linesThatAreParts } from './of-which.ts'
import { hasMoney, isCost, signConventions } from './polarity.ts'

/** A sum and the rows the arithmetic shows it to add. */
export type SumRelation = {
  target: Counted
  terms: Counted[]
  /** Lines passed over because they are parts of a line above. */
  passedOver: RowView[]
  fit: Fit
  /** No reading of the table agrees in any telling column: the rows are the likeliest, no more. */
  doubtful: boolean
}

/** Rows that a table may set like sums though they add nothing printed above them. */
const notSums: ReadonlySet<Role> = new Set([
  'openingCash',
  'investments',
  'equityRatio',
  'equityRatioIncludingPensionLiability',
  'contingentPensionLiability',
  'unitResultExcludingPension',
  'baseResult',
  'previousBudget',
  'previousBudgetEqualisation',
  'changeFromPreviousYear',
  'changeFromPreviousYearPercent',
  'differenceFromPreviousBudget',
  'differenceFromPreviousBudgetEqualisation',
  'taxRate',
  'taxBase',
])

/** Sums that add everything above them. */
const grandTotals: ReadonlySet<Role> = new Set(['grandTotal', 'appropriationTotal'])

/** A row that waits to be added; one that stands alone (a sum, or what is beside the arithmetic) parts others. */
type Item = Counted & { standsAlone: boolean }

/** One way to read a sum. */
type Hypothesis = { target: Counted; terms: Counted[]; passedOver: RowView[]; fit: Fit; from: number }

/** Whether a reading that agrees so well is believed. */
type Belief = (fit: Fit) => boolean

/**
 * Finds which rows each sum of a table adds, by arithmetic over all columns. Rows wait in printed order until a sum
 * takes them: the lines since the last sum, the rows of its section, the lines and the sum before them (a running
 * total), or everything that waits. The reading that agrees in most columns is taken; only when none agrees in
 * more than half of them are odder ones tried, and these have to agree in every column (or in all but one of four or
 * more): fewer lines of a block, a line that is part of the line above, a sum that stands above its lines, other signs.
 * So one wrong figure never changes how a table is read: it shows up as a difference.
 */
export function inferSums(view: TableView): SumRelation[] {
  if (view.sums) return view.sums
  let best: TableReading | null = null
  for (const convention of signConventions(view)) {
    const reading = new TableReading(view, convention)
    if (best === null || reading.off < best.off) best = reading
    if (best.off === 0) break
  }
  return (view.sums = best?.relations ?? [])
}

class TableReading {
  readonly #view: TableView
  readonly #polarity: Int8Array
  readonly #parts: ReadonlySet<RowView>
  /** One for all attempts: they are made one after another. */
  readonly #sums: ColumnSums
  #waiting: Item[] = []
  /** Lines already taken by a sum above them. */
  readonly #taken = new Set<RowView>()
  readonly relations: SumRelation[]
  /** In how many columns the sums disagree; a sum that cannot be read at all disagrees wherever it is printed. */
  off = 0

  constructor(view: TableView, polarity: Int8Array) {
    this.#view = view
    this.#polarity = polarity
    this.#sums = new ColumnSums(view.table.columns.length)
    this.#parts = linesThatAreParts(view)
    this.relations = this.#readAll()
  }

  #readAll(): SumRelation[] {
    const relations: SumRelation[] = []
    for (const row of this.#view.rows) {
      if (row.row.kind === 'memo' || row.row.kind === 'ofWhich') continue
      if (this.#taken.has(row) || !hasMoney(row)) continue
      const counted = { row, factor: this.#polarity[row.index] ?? 1 }
      const isBeside = row.row.role !== null && notSums.has(row.row.role)
      const isSum = row.row.kind === 'sum' && !isBeside
      const read = isSum ? this.#read(counted) : null
      if (read) {
        this.#take(read)
        if (read.terms.length > 0) relations.push(relationOf(read))
        this.off += read.fit.columns - read.fit.holding
      } else if (isSum) this.off += printedColumns(row).length
      this.#waiting.push({ ...counted, standsAlone: isSum || isBeside })
    }
    return relations
  }

  /** The best reading of a sum; null when it adds nothing that is printed. */
  #read(target: Counted): Hypothesis | null {
    const whole = this.#isGrandTotal(target.row) ? this.#whole(target) : null
    if (whole && agreesMostly(whole.fit)) return whole
    const usual = this.#usual(target, this.#waiting)
    if (usual && agreesMostly(usual.fit)) return usual
    return this.#odd(target, usual) ?? guess(usual)
  }

  /** The last sum of a table with sections, under none of them itself, or one that is called the total. */
  #isGrandTotal({ row, index, view }: RowView): boolean {
    if (row.role !== null && grandTotals.has(row.role)) return true
    if (row.section !== null || view.rows.every((each) => each.row.section === null)) return false
    return !view.rows.some((each) => each.index > index && each.row.kind === 'sum')
  }

  /** Everything that waits: a grand total leaves nothing out, not even what is 0 in every year. */
  #whole(target: Counted): Hypothesis {
    return { target, terms: this.#waiting, passedOver: [], fit: fitOf(target, this.#waiting), from: 0 }
  }

  /** The best of the readings a table invites to: what waits, from one of its natural boundaries on. */
  #usual(target: Counted, waiting: readonly Item[]): Hypothesis | null {
    const sums = this.#sums.clear()
    let best: { fit: Fit; from: number } | null = null
    for (let from = waiting.length - 1; from >= 0; from--) {
      const item = waiting[from]
      if (!item) break
      sums.add(item.row, item.factor)
      if (!isBoundary(waiting[from - 1], item)) continue
      const fit = sums.against(target.row, target.factor)
      if (fit.columns > 0 && (best === null || better(fit, best.fit))) best = { fit, from }
      if (fit.columns > 0 && fit.holding === fit.columns) break
    }
    return best && { target, terms: waiting.slice(best.from), passedOver: [], ...best }
  }

  /** Readings that have to agree everywhere to be believed, or next best everywhere but in one column. */
  #odd(target: Counted, usual: Hypothesis | null): Hypothesis | null {
    const atLeast = (usual?.fit.agreeing ?? 0) + 1
    const withoutParts = this.#withoutParts(target)
    if (withoutParts && agreesMostly(withoutParts.fit) && withoutParts.fit.agreeing >= atLeast)
      return withoutParts
    const beliefs: Belief[] = [
      (fit) => fitsAll(fit, Math.max(2, atLeast)),
      (fit) => fit.holding === fit.columns - 1 && fit.agreeing >= Math.max(3, atLeast),
    ]
    for (const believed of beliefs) {
      const one =
        this.#fewerLines(target, believed) ??
        this.#above(target, believed) ??
        this.#otherSigns(target, usual, believed)
      if (one) return one
    }
    return null
  }

  /** Leaves out the lines that were shown to be parts of a line above them. */
  #withoutParts(target: Counted): Hypothesis | null {
    if (this.#parts.size === 0) return null
    const kept = this.#waiting.filter((item) => !this.#parts.has(item.row))
    if (kept.length === this.#waiting.length) return null
    const one = this.#usual(target, kept)
    if (!one) return null
    const first = one.terms[0]
    const from = this.#waiting.findIndex((item) => item.row === first?.row)
    const passedOver = this.#waiting
      .slice(from)
      .flatMap((item) => (this.#parts.has(item.row) ? [item.row] : []))
    return { ...one, from, passedOver }
  }

  /** The last lines of a block, from anywhere. */
  #fewerLines(target: Counted, believed: Belief): Hypothesis | null {
    const sums = this.#sums.clear()
    const reach = Math.max(0, this.#waiting.length - 60)
    for (let from = this.#waiting.length - 1; from >= reach; from--) {
      const item = this.#waiting[from]
      if (!item) break
      sums.add(item.row, item.factor)
      const fit = sums.against(target.row, target.factor)
      if (believed(fit)) return { target, terms: this.#waiting.slice(from), passedOver: [], fit, from }
    }
    return null
  }

  /** A sum that stands above its lines. */
  #above(target: Counted, believed: Belief): Hypothesis | null {
    const terms: Counted[] = []
    for (const row of this.#view.rows.slice(target.row.index + 1)) {
      if (row.row.kind === 'memo' || row.row.kind === 'ofWhich') continue
      if (row.row.kind === 'sum' || row.row.section !== target.row.row.section) break
      if (hasMoney(row)) terms.push({ row, factor: this.#polarity[row.index] ?? 1 })
    }
    if (terms.length < 2) return null
    const fit = fitOf(target, terms)
    return believed(fit) ? { target, terms, passedOver: [], fit, from: this.#waiting.length } : null
  }

  /** The usual reading with the sum's sign turned, or (of two to four rows) some of the rows' signs. */
  #otherSigns(target: Counted, usual: Hypothesis | null, believed: Belief): Hypothesis | null {
    if (!usual) return null
    const turned = { ...target, factor: -target.factor }
    const fit = fitOf(turned, usual.terms)
    if (believed(fit)) return { ...usual, target: turned, fit }
    for (const count of [2, 3, 4]) {
      const items = this.#waiting.slice(-count)
      if (items.length < count) break
      for (let signs = 1; signs < 2 ** (count - 1); signs++) {
        const terms = items.map(({ row }, at) => ({
          row,
          factor: at > 0 && (signs >> (at - 1)) % 2 === 1 ? -1 : 1,
        }))
        const signed = fitOf({ row: target.row, factor: 1 }, terms)
        if (!believed(signed)) continue
        const from = this.#waiting.length - count
        return { target: { row: target.row, factor: 1 }, terms, passedOver: [], fit: signed, from }
      }
    }
    return null
  }

  #take(read: Hypothesis): void {
    this.#waiting = this.#waiting.slice(0, read.from)
    for (const { row } of read.terms) this.#taken.add(row)
  }
}

/** Tables break where a row stands alone, where a section begins, and where incomes end and costs begin. */
function isBoundary(before: Item | undefined, item: Item): boolean {
  if (before === undefined || before.standsAlone || item.standsAlone) return true
  const [above, below] = [before.row.row, item.row.row]
  return above.section !== below.section || isCost(above.role) !== isCost(below.role)
}

/**
 * Whether a longer reading is better than a shorter one: more telling columns agree, or more of them in all, or much
 * less is off. A little less may be chance: one figure that is wrong by much is nearer to anything.
 */
function better(longer: Fit, shorter: Fit): boolean {
  if (longer.agreeing !== shorter.agreeing) return longer.agreeing > shorter.agreeing
  if (longer.holding !== shorter.holding) return longer.holding > shorter.holding
  return longer.off * 2 < shorter.off
}

function agreesMostly(fit: Fit): boolean {
  return fit.holding * 2 > fit.columns
}

/**
 * Nothing agrees in most columns. The likeliest reading is kept when it adds at least two rows (or one that agrees
 * somewhere); a sum after a single other row is not its sum: its lines are simply not printed.
 */
function guess(usual: Hypothesis | null): Hypothesis | null {
  if (!usual) return null
  return usual.terms.length >= 2 || usual.fit.agreeing > 0 ? usual : null
}

function relationOf(read: Hypothesis): SumRelation {
  const { target, passedOver, fit } = read
  const terms = read.terms.map(({ row, factor }) => ({ row, factor }))
  return { target, terms, passedOver, fit, doubtful: fit.agreeing === 0 && fit.telling > 2 }
}
