import type { WrittenReference } from '../text/blocks.ts'
import type { OrFault } from './fault.ts'
import type { ReferenceData } from './reference-data.ts'
import { figureReference, tableReference } from './reference.ts'
import { resolveFigure, type ResolvedFigure } from './resolve-figure.ts'
import { resolveTable, type ResolvedTable } from './resolve-table.ts'

/** What a reference in running text stands for, or why it stands for nothing. */
export function figureOf(written: WrittenReference, data: ReferenceData): OrFault<ResolvedFigure> {
  const read = figureReference(written)
  return read.ok ? resolveFigure(read.value, data) : read
}

/** The same for a reference on a line of its own. */
export function tableOf(written: WrittenReference, data: ReferenceData): OrFault<ResolvedTable> {
  const read = tableReference(written)
  return read.ok ? resolveTable(read.value, data) : read
}
