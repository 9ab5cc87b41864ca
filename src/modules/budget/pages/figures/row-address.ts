/** The address of a row's page. */
export function rowAddress(book: string, version: string, table: string, row: string): string {
  return `/budget/${book}/figures/${version}/${encodeURIComponent(table)}/rows/${encodeURIComponent(row)}`
}
