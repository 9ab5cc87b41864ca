import type { Transaction } from 'kysely'
import { readUnits, unitKindsOn, unitSpans } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { RegisterTable } from '../../rules/registers/register-columns.ts'
import { pathOn } from '../../rules/registers/unit-paths.ts'

/** Units with their history: a row for each time during which nothing changed, as it was called and where it lay then. */
export async function unitRegister(db: Transaction<Tables>, day: string): Promise<RegisterTable> {
  const records = await readUnits(db)
  const kinds = new Map((await unitKindsOn(db, day)).map((kind) => [kind.key, kind.singular]))
  const spans = unitSpans(records)
  const gone = new Map(
    records.successions
      .filter((each) => each.kind === 'merge')
      .map((each) => [each.fromUnitId, each.toUnitId]),
  )
  const path = (unitId: string, then: string) => pathOn(spans, unitId, then).join(' / ')
  const rows = spans.map((span) => {
    const into = span.validTo === null ? undefined : gone.get(span.unitId)
    return {
      at: path(span.unitId, day),
      cells: [
        span.unitId,
        span.name,
        kinds.get(span.kind) ?? span.kind,
        // As it was called at the end of the time, so that what goes on is found by today's names.
        span.parentId ? path(span.parentId, span.validTo ?? day) : '',
        span.validFrom,
        span.validTo ?? '',
        into ? path(into, day) : '',
      ],
    }
  })
  const collator = new Intl.Collator('sv')
  return {
    columns: ['id', 'name', 'kind', 'parent', 'from', 'to', 'goneUpIn'],
    rows: rows
      .toSorted(
        (one, other) => collator.compare(one.at, other.at) || (one.cells[4]! < other.cells[4]! ? -1 : 1),
      )
      .map(({ cells }) => cells),
    personIds: [],
  }
}
