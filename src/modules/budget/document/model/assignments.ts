import type { StoredVersion } from '../../store/stored-book.ts'
import { codeOf } from '../references/reference-data.ts'
import type { Body } from './bodies.ts'
import type { DocumentAssignment } from './document.ts'
import type { NumberedAssignment } from './number-assignments.ts'
import { addressOf } from './reforms.ts'

/** The assignments as they are printed, in the version's order. */
export function assignmentsOf(
  numbered: readonly NumberedAssignment[],
  body: (name: string) => Body,
  file: string | null,
): DocumentAssignment[] {
  return numbered.map(({ assignment, responsible, number, label }) => ({
    id: assignment.id,
    code: codeOf(assignment.id),
    slug: addressOf(assignment.theme || assignment.text, assignment.id),
    number,
    label,
    kind: assignment.kind,
    theme: assignment.theme,
    text: assignment.text,
    amounts: assignment.amounts,
    dueYear: assignment.dueYear,
    condition: assignment.condition,
    chapter: assignment.chapter,
    responsible,
    consulted: assignment.consulted.map((name) => ({ name, slug: body(name).slug })),
    sourceKey: assignment.sourceKey,
    source: assignment.sourceLine === null ? null : { file, line: assignment.sourceLine },
  }))
}

/** The file the assignments were read from: what stands in no table's source. Null when nobody knows. */
export function assignmentsFile(version: StoredVersion, files: readonly string[]): string | null {
  const ofTables = new Set(version.printedTables.map((table) => table.source))
  return files.find((file) => !ofTables.has(file)) ?? null
}
