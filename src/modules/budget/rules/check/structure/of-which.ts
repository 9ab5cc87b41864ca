import type { RowView, TableView } from '../view.ts'
import { fitOf, fitsAll, type Fit } from './fit.ts'
import { isEmpty } from './polarity.ts'

/** The parts printed under one row. */
export type OfWhichGroup = {
  whole: RowView
  parts: RowView[]
  /** Rows printed as lines of their own which the arithmetic shows to be parts as well. */
  lineParts: RowView[]
  /**
   * Are the parts all of the whole? `sure`: said so, or shown in (nearly) every column; `likely`: in most;
   * `partial`: no.
   */
  complete: 'sure' | 'likely' | 'partial'
}

/**
 * The of-which groups of a table. Whether a group claims to be complete is judged over all columns: parts that
 * make up the whole in all columns but one do claim it, and that one is wrong. A line printed right after the
 * group may belong to it though it is set as a line of its own; only when it completes the sum in every column
 * (or all but one), never on the strength of zeros.
 */
export function ofWhichGroups(view: TableView): OfWhichGroup[] {
  return (view.ofWhich ??= read(view))
}

function read(view: TableView): OfWhichGroup[] {
  const parts = new Map<RowView, RowView[]>()
  for (const row of view.rows) {
    if (row.row.kind !== 'ofWhich' || isEmpty(row)) continue
    const whole = wholeOf(row)
    if (!whole) continue
    const others = parts.get(whole)
    if (others) others.push(row)
    else parts.set(whole, [row])
  }
  return [...parts].map(([whole, members]) => groupOf(whole, members))
}

/** The row a part is printed under: the nearest above that is no part, or a part of a higher level. */
function wholeOf(part: RowView): RowView | null {
  for (let at = part.index - 1; at >= 0; at--) {
    const above = part.view.rows[at]
    if (!above) return null
    if (above.row.kind === 'ofWhich' && above.row.level >= part.row.level) continue
    return above.row.kind === 'memo' || isEmpty(above) ? null : above
  }
  return null
}

function groupOf(whole: RowView, parts: RowView[]): OfWhichGroup {
  const said = parts.find((part) => part.row.ofWhichComplete !== null)?.row.ofWhichComplete ?? null
  if (said !== null) return { whole, parts, lineParts: [], complete: said ? 'sure' : 'partial' }
  const fit = fitOfParts(whole, parts)
  const complete = completeness(fit, parts.length)
  if (complete !== 'partial') return { whole, parts, lineParts: [], complete }
  const lineParts = lineAfter(whole, parts)
  return lineParts.length > 0
    ? { whole, parts: [...parts, ...lineParts], lineParts, complete: 'sure' }
    : { whole, parts, lineParts: [], complete: 'partial' }
}

function fitOfParts(whole: RowView, parts: readonly RowView[]): Fit {
  return fitOf(
    { row: whole, factor: 1 },
    parts.map((row) => ({ row, factor: 1 })),
  )
}

/** One part that is its whole is chance (no other income this year); several that add up are not. */
function completeness(fit: Fit, parts: number): OfWhichGroup['complete'] {
  if (parts < 2 || fit.agreeing === 0) return 'partial'
  if (fit.agreeing === fit.telling) return 'sure'
  if (fit.agreeing < 2) return 'partial'
  if (fit.agreeing >= fit.telling - 1) return 'sure'
  return fit.agreeing * 2 > fit.telling ? 'likely' : 'partial'
}

function lineAfter(whole: RowView, parts: readonly RowView[]): RowView[] {
  const last = parts.at(-1)
  const next = last && whole.view.rows[last.index + 1]
  if (!next || next.row.kind !== 'line' || next.row.section !== whole.row.section) return []
  const fit = fitOfParts(whole, [...parts, next])
  const nearly = fit.agreeing >= fit.telling - 1 && fit.holding >= fit.columns - 1
  return (fitsAll(fit, 2) || nearly) && fit.agreeing >= 2 ? [next] : []
}

/** Lines that are parts of a line above them, in the whole table. */
export function linesThatAreParts(view: TableView): ReadonlySet<RowView> {
  return new Set(ofWhichGroups(view).flatMap((group) => group.lineParts))
}
