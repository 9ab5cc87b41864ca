import { createHash } from 'node:crypto'
import { amount as exact } from '../rules/amount.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

/**
 * A version's content as a short text: the same for the same figures, texts and assignments, whoever wrote them and
 * when. What a body said yes to is recognised by it. The base's figures and what rows mean belong to it: our results
 * are counted from them.
 */
export function contentFingerprint(book: StoredBook, version: StoredVersion): string {
  const base = book.versions.find((each) => each.kind === 'base' && each.id !== version.id)
  const content = {
    cashPolicy: version.cashPolicy,
    adjustments: version.adjustments.map((each) => ({
      ...each,
      id: undefined,
      originId: undefined,
      revision: undefined,
      sourceLine: undefined,
      links: each.links.map(({ title, address }) => ({ title, address })),
      amounts: each.amounts.filter((amount) => amount.amount !== null).map(plain),
    })),
    taxBase: version.taxBase.map(plain),
    requirements: version.resultRequirements.map(plain),
    taxSteps: version.taxSteps.map(({ label, ore }) => [label, ore]),
    overrides: version.overrides.map(({ tableKey, rowKey, columnKey, value }) => [
      tableKey,
      rowKey,
      columnKey,
      value,
    ]),
    chapters: version.chapters.map(({ number, title, text }) => [number, title, text]),
    assignments: version.assignments.map(
      ({ id: _id, revision: _revision, sourceLine: _line, ...rest }) => rest,
    ),
    printed: printedIn(version),
    base: base ? printedIn(base) : null,
  }
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

function printedIn(version: StoredVersion) {
  return version.printedTables.map(({ key, unit, rows }) => [
    key,
    unit,
    rows.map((row) => [
      row.key,
      row.kind,
      row.role,
      row.ofWhichComplete,
      row.cells.map((cell) => cell?.value?.toFixed() ?? null),
    ]),
  ])
}

/** `35` and `35.0` are the same amount, however they were typed. */
function plain({ year, amount }: { year: number; amount: string | null }) {
  return [year, amount === null ? null : exact(amount).toFixed()]
}
