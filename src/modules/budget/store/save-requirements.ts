import type { OperationContext } from '#platform/operations/context.ts'
import type { Table } from '../rules/book.ts'
import { compiledColumns, inBookUnit, type StatementSettings } from '../rules/statements/columns.ts'

/** Takes over what each year's result must be, where a table of result requirements prints it for the whole. */
export async function saveRequirements(
  context: OperationContext,
  target: { bookId: string; versionId: string },
  tables: readonly Table[],
  settings: StatementSettings,
): Promise<void> {
  const table = tables.find((each) => each.kind === 'resultRequirements')
  const total = table?.rows.find((row) => row.role === 'grandTotal')
  if (!table || !total) return
  for (const [index, column] of compiledColumns(table, settings.years).entries()) {
    const value = inBookUnit(total.cells[column], settings.unit)
    const year = settings.years[index]
    if (value === null || year === undefined) continue
    await context.db
      .insertInto('budget.result_requirement')
      .values({
        organisation_id: context.organisationId,
        version_id: target.versionId,
        year,
        book_id: target.bookId,
        amount: value.toFixed(),
      })
      .execute()
  }
}
