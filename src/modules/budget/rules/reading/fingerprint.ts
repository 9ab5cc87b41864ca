import type { Book } from '../book.ts'

/**
 * A text that is the same for the same content, whichever order files and tables came in: what an import is
 * known again by. The caller makes a hash of it. Rows keep their order, because sums depend on it.
 */
export function fingerprintText(book: Book): string {
  const tables = book.tables.map((table) => {
    const columns = table.columns.map(({ key, label }) => `${key}=${label}`)
    const rows = table.rows.map((row) => {
      const cells = row.cells.map((cell) =>
        cell === null ? '' : `${cell.printed}~${cell.unit}~${cell.value?.valueOf() ?? ''}`,
      )
      return [row.section ?? '', row.label, row.kind, row.role ?? '', ...cells].join('\t')
    })
    return [
      `table ${table.key}`,
      table.kind,
      table.title,
      table.body ?? '',
      columns.join('\t'),
      ...rows,
    ].join('\n')
  })
  const assignments = book.assignments.map((each) =>
    [
      `assignment ${each.key}`,
      each.publicBoards.join(';'),
      each.consulted.join(';'),
      each.kind,
      each.text,
      each.theme ?? '',
      each.amounts,
      each.dueYear ?? '',
    ].join('\t'),
  )
  const texts = book.texts.map((each) => [`text ${each.key}`, each.publicBoard ?? '', each.text].join('\t'))
  const head = [book.jurisdiction, book.budgetYear, ...book.planYears, book.unit].join('\t')
  return [head, ...[...tables, ...assignments, ...texts].sort()].join('\n')
}
