import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { AdjustmentField, VersionChange } from '../rules/statements/difference-of-versions.ts'
import type { Version } from '../rules/statements/version.ts'
import { recordEdits } from './change-book.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

const columns: Record<AdjustmentField, string> = {
  publicBoard: 'public_board_id',
  label: 'label',
  kind: 'kind',
  recurring: 'recurring',
  part: 'part',
  statementRole: 'statement_role',
  chapter: 'chapter',
}

/** What carries changes over from a scenario to its parent. */
export type Carrier = {
  context: OperationContext
  book: StoredBook
  parent: StoredVersion
  scenario: StoredVersion
  /** The parent as it shall be. */
  merged: Version
}

/** Writes the changes that were adopted into the parent's rows, one place at a time, each into its history. */
export async function applyChanges(carrier: Carrier, changes: readonly VersionChange[]): Promise<void> {
  for (const change of changes) await applyOne(carrier, change)
  await recordEdits(
    carrier.context,
    changes.map((change) => ({
      bookId: carrier.book.id,
      versionId: carrier.parent.id,
      subjectKind: 'adjustment' as const,
      subjectId: 'id' in change.place ? change.place.id : change.place.of,
      field:
        'year' in change.place
          ? String(change.place.year)
          : 'field' in change.place
            ? change.place.field
            : 'order',
      before: inWords(change.before),
      after: inWords(change.after),
    })),
  )
}

function inWords(value: VersionChange['before']): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? value.toFixed() : String(value)
}

async function applyOne(carrier: Carrier, { place, after }: VersionChange): Promise<void> {
  const { context, book, parent } = carrier
  const { db, organisationId, now } = context
  switch (place.of) {
    case 'adjustment':
      if (place.field === 'exists')
        return after ? addAdjustment(carrier, place.id) : removeAdjustment(carrier, place.id)
      return writeField(carrier, place.id, place.field, after)
    case 'adjustmentAmount':
      return writeAmount(carrier, place.id, place.year)
    case 'taxBase': {
      const text = typeof after === 'object' && after !== null ? after.toFixed() : null
      const revision = (parent.taxBase.find((each) => each.year === place.year)?.revision ?? 0) + 1
      await db
        .insertInto('budget.tax_base')
        .values({
          organisation_id: organisationId,
          version_id: parent.id,
          year: place.year,
          book_id: book.id,
          amount: text,
          revision,
        })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'version_id', 'year']).doUpdateSet({ amount: text, revision }),
        )
        .execute()
      return
    }
    case 'taxStep':
    case 'taxStepÖre':
      return writeTaxStep(carrier, place.id)
    case 'cashPolicy':
      await db
        .updateTable('budget.version')
        .set({ cash_policy: carrier.merged.cashPolicy })
        .where('id', '=', parent.id)
        .execute()
      return
    case 'override':
      return writeOverride(carrier, place, now)
    case 'order':
      return writeOrder(carrier)
  }
}

async function writeField(
  { context, book, parent }: Carrier,
  id: string,
  field: AdjustmentField,
  after: VersionChange['after'],
): Promise<void> {
  await context.db
    .updateTable('budget.adjustment')
    .set((row) => ({
      [columns[field]]: field === 'publicBoard' ? boardId(book, after) : after,
      revision: row('revision', '+', 1),
    }))
    .where('version_id', '=', parent.id)
    .where('id', '=', id)
    .execute()
}

function boardId(book: StoredBook, name: VersionChange['after']): string | null {
  return book.publicBoards.find((board) => board.name === name)?.id ?? null
}

/** The scenario's own row becomes the parent's too; from then on the scenario's is a copy of it. */
async function addAdjustment({ context, book, parent, scenario }: Carrier, id: string): Promise<void> {
  const { db, organisationId } = context
  const source = scenario.adjustments.find((each) => (each.originId ?? each.id) === id)
  if (!source) return
  const last = await db
    .selectFrom('budget.adjustment')
    .select((row) => row.fn.max('position').as('position'))
    .where('version_id', '=', parent.id)
    .executeTakeFirst()
  const copy = newId()
  await db
    .insertInto('budget.adjustment')
    .values({
      organisation_id: organisationId,
      id: copy,
      book_id: book.id,
      version_id: parent.id,
      public_board_id: source.publicBoardId,
      kind: source.kind,
      label: source.label,
      recurring: source.recurring,
      rationale: source.rationale,
      part: source.part,
      statement_role: source.statementRole,
      chapter: source.chapter,
      position: (last?.position ?? 0) + 1,
    })
    .execute()
  const { id: changedBy, name } = actorName(context)
  const amounts = source.amounts.map((each) => ({
    organisation_id: organisationId,
    adjustment_id: copy,
    year: each.year,
    book_id: book.id,
    amount: each.amount,
    changed_at: context.now,
    changed_by: changedBy,
    changed_by_name: name,
  }))
  if (amounts.length > 0) await db.insertInto('budget.adjustment_amount').values(amounts).execute()
  if (source.links.length > 0) {
    await db
      .insertInto('budget.adjustment_link')
      .values(
        source.links.map(({ title, address }) => ({
          organisation_id: organisationId,
          id: newId(),
          book_id: book.id,
          adjustment_id: copy,
          title,
          address,
        })),
      )
      .execute()
  }
  await db.updateTable('budget.adjustment').set({ origin_id: copy }).where('id', '=', source.id).execute()
}

async function removeAdjustment({ context, parent }: Carrier, id: string): Promise<void> {
  await context.db
    .updateTable('budget.adjustment')
    .set((row) => ({ removed_at: context.now, revision: row('revision', '+', 1) }))
    .where('version_id', '=', parent.id)
    .where('id', '=', id)
    .execute()
}

async function writeAmount({ context, book, merged }: Carrier, id: string, year: number): Promise<void> {
  const amount = merged.adjustments.find((each) => each.id === id)?.amounts[year]?.toFixed() ?? null
  const { id: changedBy, name } = actorName(context)
  const values = {
    amount,
    printed: null,
    changed_at: context.now,
    changed_by: changedBy,
    changed_by_name: name,
  }
  await context.db
    .insertInto('budget.adjustment_amount')
    .values({ organisation_id: context.organisationId, adjustment_id: id, year, book_id: book.id, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'adjustment_id', 'year'])
        .doUpdateSet((row) => ({ ...values, revision: row('budget.adjustment_amount.revision', '+', 1) })),
    )
    .execute()
}

/** Writes a whole tax step as it shall be: it is small, and its parts make sense only together. */
async function writeTaxStep({ context, book, parent, scenario, merged }: Carrier, id: string): Promise<void> {
  const { db } = context
  const wanted = merged.tax.steps.find((step) => step.id === id)
  const there = parent.taxSteps.some((step) => step.id === id)
  if (!wanted) {
    await db.updateTable('budget.tax_step').set({ removed_at: context.now }).where('id', '=', id).execute()
    return
  }
  const ore = JSON.stringify(
    Object.fromEntries(Object.entries(wanted.öre).map(([year, öre]) => [year, öre.toFixed()])),
  )
  if (there) {
    await db
      .updateTable('budget.tax_step')
      .set((row) => ({ label: wanted.label, ore, removed_at: null, revision: row('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
    return
  }
  const copy = newId()
  await db
    .insertInto('budget.tax_step')
    .values({
      organisation_id: context.organisationId,
      id: copy,
      book_id: book.id,
      version_id: parent.id,
      label: wanted.label,
      ore,
      position: parent.taxSteps.length + 1,
    })
    .execute()
  const own = scenario.taxSteps.find((step) => (step.originId ?? step.id) === id)
  if (own) await db.updateTable('budget.tax_step').set({ origin_id: copy }).where('id', '=', own.id).execute()
}

async function writeOverride(
  { context, book, parent, merged }: Carrier,
  place: { table: string; row: string; column: string },
  now: Date,
): Promise<void> {
  const { db } = context
  await db
    .updateTable('budget.statement_override')
    .set({ withdrawn_at: now })
    .where('version_id', '=', parent.id)
    .where('table_key', '=', place.table)
    .where('row_key', '=', place.row)
    .where('column_key', '=', place.column)
    .where('withdrawn_at', 'is', null)
    .execute()
  const wanted = merged.overrides.find(
    (each) => each.table === place.table && each.row === place.row && each.column === place.column,
  )
  if (!wanted) return
  const { id, name } = actorName(context)
  await db
    .insertInto('budget.statement_override')
    .values({
      organisation_id: context.organisationId,
      id: newId(),
      book_id: book.id,
      version_id: parent.id,
      table_key: wanted.table,
      row_key: wanted.row,
      column_key: wanted.column,
      value: wanted.value?.toFixed() ?? null,
      note: wanted.note,
      made_at: now,
      made_by: id,
      made_by_name: name,
    })
    .execute()
}

async function writeOrder({ context, parent, merged }: Carrier): Promise<void> {
  const known = new Set(parent.adjustments.map((each) => each.id))
  const ids = merged.adjustments.map((each) => each.id).filter((id) => known.has(id))
  for (const [index, id] of ids.entries()) {
    await context.db
      .updateTable('budget.adjustment')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
  }
}
