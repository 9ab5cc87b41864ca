import type { GridRow } from '../grid.ts'
import { looksLikeBody } from '../table-kind.ts'
import { rowKindByWords, withoutRowWords } from '../row-words.ts'
import { stems } from '../words.ts'

/**
 * Rows without any figure are headings for the rows after them. A section ends at the next heading, after the
 * sum that repeats its name, and for a public board's list of adjustments at its first sum. A label that goes on
 * on the next line is put together again.
 */
export function giveSections(rows: readonly GridRow[]): GridRow[] {
  const joined = joinBrokenLabels(rows)
  const kept: GridRow[] = []
  let section: string | null = null
  let ended = false
  for (const [at, row] of joined.entries()) {
    if (!hasFigures(row)) {
      // A heading right over another one is the document's, not the rows'.
      if (row.label !== '' && joined.slice(at + 1).some(hasFigures)) section = row.label
      ended = false
      continue
    }
    const forEverybody = section !== null && looksLikeBody(section) && isSumOfEverybody(row.label)
    const last = at === joined.length - 1 && /^(?:summa )?totalt$/iu.test(row.label)
    if (ended || forEverybody || last) section = null
    if (row.section !== null) section = row.section
    ended = section !== null && row.section === null && endsSection(row.label, section)
    kept.push({ ...row, section: row.section ?? section })
  }
  return kept
}

export function hasFigures(row: GridRow): boolean {
  return row.cells.some((cell) => cell !== null && (cell.text !== '' || cell.number !== null || cell.error))
}

function endsSection(label: string, section: string): boolean {
  // `Kassaflöde från investeringsverksamheten` closes `Investeringsverksamheten`.
  if (/^kassaflöde\b/iu.test(label.trim()) && stems(section).every((word) => stems(label).includes(word)))
    return true
  if (rowKindByWords(label) !== 'sum') return false
  if (looksLikeBody(section)) return true
  return stems(withoutRowWords(label)).join(' ') === stems(section).join(' ')
}

/** `SUMMA ANSLAG`, `TOTALT`: about everybody, even right under the last board. */
function isSumOfEverybody(label: string): boolean {
  return (
    rowKindByWords(label) === 'sum' && /\banslag|^\s*totalt\b|\bsamtliga\b|\bnämnder(?:na)?\b/iu.test(label)
  )
}

/** `Ökning resp minskning av kortfristiga skulder` / `(exkl leasing) 1 851`: one label on two lines. */
function joinBrokenLabels(rows: readonly GridRow[]): GridRow[] {
  const joined: GridRow[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    const goesOn = /^(?:\(|\p{Ll})/u.test(row.label) && rowKindByWords(row.label) === null
    if (before !== undefined && before.label !== '' && !hasFigures(before) && hasFigures(row) && goesOn) {
      joined[joined.length - 1] = {
        ...row,
        label: `${before.label} ${row.label}`,
        indent: before.indent,
        bold: before.bold,
      }
    } else joined.push(row)
  }
  return joined
}
