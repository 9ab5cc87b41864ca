import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'
import type { Role } from '../rules/roles.ts'
import { readPrintedTables } from './read-printed-tables.ts'
import type { StoredAdjustment, StoredAmount, StoredBook, StoredVersion } from './stored-book.ts'

/** The last books read, by id; a book is read again when its revision is another. */
const kept = new Map<string, StoredBook>()
const keptAtMost = 8

/**
 * Reads a whole book. The row of the book itself is always asked for, so that row-level security decides anew each
 * time; the rest comes from memory while the revision is the same.
 * @throws {Problem} notFound when there is none, or none for this caller
 */
export async function readBook(db: Transaction<Tables>, bookId: string): Promise<StoredBook> {
  const book = await readBookForChange(db, bookId)
  kept.delete(bookId)
  kept.set(bookId, book)
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break
    kept.delete(oldest)
  }
  return book
}

/**
 * The same for an operation that is about to change the book: what it reads is never kept, because what it has
 * changed by then may still be rolled back.
 * @throws {Problem} notFound when there is none, or none for this caller
 */
export async function readBookForChange(db: Transaction<Tables>, bookId: string): Promise<StoredBook> {
  const row = found(
    await db
      .selectFrom('budget.book')
      .selectAll()
      .where('id', '=', bookId)
      .where('archived_at', 'is', null)
      .executeTakeFirst(),
  )
  const before = kept.get(bookId)
  if (before && before.revision === row.revision) return before
  return {
    id: row.id,
    unitId: row.unit_id,
    slug: row.slug,
    title: row.title,
    jurisdiction: row.jurisdiction,
    budgetYear: row.budget_year,
    planYears: row.plan_years,
    amountUnit: row.amount_unit as StoredBook['amountUnit'],
    decimals: row.decimals,
    revision: row.revision,
    publicBoards: await readBoards(db, bookId),
    versions: await readVersions(db, bookId, before?.versions ?? []),
  }
}

/** The version in the book, by id or by its part of the address. */
export function versionOf(book: StoredBook, idOrSlug: string): StoredVersion {
  return found(book.versions.find((version) => version.id === idOrSlug || version.slug === idOrSlug))
}

async function readBoards(db: Transaction<Tables>, bookId: string): Promise<StoredBook['publicBoards']> {
  const rows = await db
    .selectFrom('budget.public_board')
    .select(['id', 'kind', 'name', 'slug'])
    .where('book_id', '=', bookId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as 'publicBoard' | 'unit' }))
}

async function readVersions(
  db: Transaction<Tables>,
  bookId: string,
  before: readonly StoredVersion[],
): Promise<StoredVersion[]> {
  const versions = await db
    .selectFrom('budget.version')
    .selectAll()
    .where('book_id', '=', bookId)
    .orderBy('position')
    .execute()
  // Printed tables are large and seldom change: those that are the same as before are not read again.
  const known = new Map(
    before.map((version) => [`${version.id} ${version.printedRevision}`, version.printedTables]),
  )
  const unread = versions.filter((version) => !known.has(`${version.id} ${version.printed_revision}`))
  const printed = await readPrintedTables(
    db,
    unread.map((version) => version.id),
  )
  const parts = await readParts(db, bookId)
  return versions.map((version) => ({
    id: version.id,
    slug: version.slug,
    name: version.name,
    kind: version.kind as StoredVersion['kind'],
    party: version.party,
    parentId: version.parent_id,
    state: version.state as StoredVersion['state'],
    cashPolicy: version.cash_policy as StoredVersion['cashPolicy'],
    branchSnapshot: version.branch_snapshot,
    printedRevision: version.printed_revision,
    printedTables: known.get(`${version.id} ${version.printed_revision}`) ?? printed.get(version.id) ?? [],
    adjustments: parts.adjustments.get(version.id) ?? [],
    taxBase: parts.taxBase.get(version.id) ?? [],
    resultRequirements: parts.resultRequirements.get(version.id) ?? [],
    taxSteps: parts.taxSteps.get(version.id) ?? [],
    overrides: parts.overrides.get(version.id) ?? [],
    acceptances: parts.acceptances.get(version.id) ?? [],
    chapters: parts.chapters.get(version.id) ?? [],
    assignments: parts.assignments.get(version.id) ?? [],
  }))
}

/** Everything that hangs on the book's versions, each kind in one query. */
async function readParts(db: Transaction<Tables>, bookId: string) {
  const adjustments = await readAdjustments(db, bookId)
  const taxBase = await db
    .selectFrom('budget.tax_base')
    .select(['version_id', 'year', 'amount', 'revision'])
    .where('book_id', '=', bookId)
    .orderBy('year')
    .execute()
  const resultRequirements = await db
    .selectFrom('budget.result_requirement')
    .select(['version_id', 'year', 'amount', 'revision'])
    .where('book_id', '=', bookId)
    .orderBy('year')
    .execute()
  const taxSteps = await db
    .selectFrom('budget.tax_step')
    .select(['version_id', 'id', 'origin_id', 'label', 'ore', 'revision'])
    .where('book_id', '=', bookId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute()
  const overrides = await db
    .selectFrom('budget.statement_override')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('withdrawn_at', 'is', null)
    // Always in the same order: what a body said yes to is recognised by it.
    .orderBy('table_key')
    .orderBy('row_key')
    .orderBy('column_key')
    .execute()
  const acceptances = await db
    .selectFrom('budget.finding_acceptance')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const chapters = await db
    .selectFrom('budget.chapter')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute()
  const assignments = await readAssignments(db, bookId)
  return {
    adjustments,
    taxBase: byVersion(taxBase, ({ version_id: _, ...rest }) => rest),
    resultRequirements: byVersion(resultRequirements, ({ version_id: _, ...rest }) => rest),
    taxSteps: byVersion(taxSteps, ({ version_id: _, origin_id, ore, ...rest }) => ({
      ...rest,
      originId: origin_id,
      ore: ore as Record<string, string>,
    })),
    overrides: byVersion(overrides, (row) => ({
      id: row.id,
      tableKey: row.table_key,
      rowKey: row.row_key,
      columnKey: row.column_key,
      value: row.value,
      note: row.note,
      madeAt: row.made_at,
      madeByName: row.made_by_name,
    })),
    acceptances: byVersion(acceptances, (row) => ({
      id: row.id,
      findingId: row.finding_id,
      fingerprint: row.fingerprint,
      note: row.note,
      acceptedAt: row.accepted_at,
      acceptedByName: row.accepted_by_name,
    })),
    chapters: byVersion(chapters, (row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      publicBoardId: row.public_board_id,
      text: row.text,
      revision: row.revision,
    })),
    assignments,
  }
}

function byVersion<Row extends { version_id: string }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.version_id)
    if (group) group.push(value(row))
    else groups.set(row.version_id, [value(row)])
  }
  return groups
}

async function readAdjustments(
  db: Transaction<Tables>,
  bookId: string,
): Promise<Map<string, StoredAdjustment[]>> {
  const rows = await db
    .selectFrom('budget.adjustment')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const amounts = Map.groupBy(
    await db
      .selectFrom('budget.adjustment_amount')
      .selectAll()
      .where('book_id', '=', bookId)
      .orderBy('year')
      .execute(),
    (row) => row.adjustment_id,
  )
  const links = Map.groupBy(
    await db
      .selectFrom('budget.adjustment_link')
      .selectAll()
      .where('book_id', '=', bookId)
      .orderBy('id')
      .execute(),
    (row) => row.adjustment_id,
  )
  return byVersion(rows, (row) => ({
    id: row.id,
    publicBoardId: row.public_board_id,
    kind: row.kind as StoredAdjustment['kind'],
    label: row.label,
    recurring: row.recurring,
    rationale: row.rationale,
    part: row.part,
    statementRole: row.statement_role as Role | null,
    chapter: row.chapter,
    originId: row.origin_id,
    printedKey: row.printed_key,
    revision: row.revision,
    sourceLine: row.source_line,
    amounts: (amounts.get(row.id) ?? []).map((amount): StoredAmount => ({
      year: amount.year,
      amount: amount.amount,
      printed: amount.printed,
      revision: amount.revision,
      changedAt: amount.changed_at,
      changedByName: amount.changed_by_name,
    })),
    links: (links.get(row.id) ?? []).map(({ id, title, address }) => ({ id, title, address })),
  }))
}

async function readAssignments(
  db: Transaction<Tables>,
  bookId: string,
): Promise<Map<string, StoredVersion['assignments']>> {
  const rows = await db
    .selectFrom('budget.assignment')
    .selectAll()
    .where('book_id', '=', bookId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const bodies = Map.groupBy(
    await db
      .selectFrom('budget.assignment_body')
      .selectAll()
      .where('book_id', '=', bookId)
      .orderBy('position')
      .execute(),
    (row) => row.assignment_id,
  )
  const named = (id: string, part: string) =>
    (bodies.get(id) ?? []).filter((body) => body.part === part).map((body) => body.name)
  return byVersion(rows, (row) => ({
    id: row.id,
    sourceKey: row.source_key,
    chapter: row.chapter,
    kind: row.kind,
    theme: row.theme,
    text: row.text,
    amounts: row.amounts,
    dueYear: row.due_year,
    condition: row.condition,
    responsible: named(row.id, 'responsible'),
    consulted: named(row.id, 'consulted'),
    revision: row.revision,
    sourceLine: row.source_line,
  }))
}
