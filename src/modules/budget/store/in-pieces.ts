const rowsAtOnce = 500

/** Writes rows some hundreds at a time: a statement holds 65 535 parameters at most, and every column is one. */
export async function inPieces<Row>(
  rows: readonly Row[],
  write: (piece: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await write(rows.slice(start, start + rowsAtOnce))
  }
}
