import type { PrepareContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { cellText, registerHead } from '../../rules/registers/import-columns.ts'
import type { RegisterColumn } from '../../rules/registers/register-columns.ts'
import { readFile } from '../imports/read-file.ts'

/** A file of a register as rows of texts by what their columns mean. */
export type RegisterFileRead = {
  /** Every row as it stands, so that the same can be handed over again. */
  cells: string[][]
  rows: { line: number; of: (column: RegisterColumn) => string }[]
}

/** No register that is read in so is larger. */
export const largestFile = 2 * 1024 * 1024

/**
 * Reads a CSV or XLSX file with headings in Swedish or English; what no column holds is empty.
 * @param asked the columns that mean something here, those first that win a heading with two meanings
 * @throws {Problem} when it is no table, has no headings that are known, or has more rows than `limit`
 */
export async function readRegisterFile(
  context: Pick<PrepareContext, 'progress'>,
  file: File,
  { asked, limit }: { asked: readonly RegisterColumn[]; limit: number },
): Promise<RegisterFileRead> {
  const { rows } = await readFile(new Uint8Array(await file.arrayBuffer()), {
    report: (share) => context.progress.report(share),
    signal: new AbortController().signal,
  })
  const cells = rows.map((row) => row.cells)
  const head = registerHead(cells, asked)
  if (!head)
    throw new Problem('invalidInput', { issues: [{ path: ['file'], message: 'registerImport.noHead' }] })
  const filled = rows.slice(head.row + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (filled.length > limit) {
    throw new Problem('tooLarge', { detail: 'registerImport.tooManyRows', params: { limit } })
  }
  return {
    cells,
    rows: filled.map((row) => ({
      line: row.line,
      of: (column) => {
        const at = head.columns.get(column)
        return at === undefined ? '' : cellText(row.cells[at])
      },
    })),
  }
}
