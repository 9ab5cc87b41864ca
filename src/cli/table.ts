/** One column of a table in the terminal: its head and its cells, from the top. */
export type Column = { head: string; cells: readonly string[]; numeric: boolean }

const gap = '  '
const narrowest = 8

/**
 * Columns beside one another, figures to the right. When somebody is looking and the line is too short, the widest
 * columns give way and end in an ellipsis; in a file nothing is cut.
 */
export function alignedTable(columns: readonly Column[], width: number | null): string {
  const widths = fittedWidths(
    columns.map((column) => Math.max(column.head.length, ...column.cells.map((cell) => cell.length))),
    width === null ? null : width - gap.length * (columns.length - 1),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const cut = shortened(cell, widths[index]!)
        return columns[index]!.numeric ? cut.padStart(widths[index]!) : cut.padEnd(widths[index]!)
      })
      .join(gap)
      .trimEnd()
  const rows = columns[0]?.cells.map((_, row) => line(columns.map((column) => column.cells[row]!))) ?? []
  return [line(columns.map((column) => column.head)), line(widths.map((each) => '─'.repeat(each))), ...rows]
    .map((each) => `${each}\n`)
    .join('')
}

function fittedWidths(wanted: readonly number[], room: number | null): number[] {
  const widths = [...wanted]
  if (room === null) return widths
  for (;;) {
    const total = widths.reduce((sum, each) => sum + each, 0)
    const widest = widths.indexOf(Math.max(...widths))
    if (total <= room || widths[widest]! <= narrowest) return widths
    widths[widest] = Math.max(
      narrowest,
      widths[widest]! - Math.max(1, Math.ceil((total - room) / widths.length)),
    )
  }
}

function shortened(text: string, width: number): string {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`
}
