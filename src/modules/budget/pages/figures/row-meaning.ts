import type { RowKind } from '../../rules/book.ts'
import type { Role } from '../../rules/roles.ts'

/** What a row is, as one choice: its kind, and for a part whether the parts are all of the whole. */
export const rowChoices = ['line', 'sum', 'ofWhich', 'ofWhichAll', 'ofWhichSome', 'memo'] as const
export type RowChoice = (typeof rowChoices)[number]

/** The choice that says what a row is now. */
export function choiceOf(kind: RowKind, ofWhichComplete: boolean | null): RowChoice {
  if (kind !== 'ofWhich' || ofWhichComplete === null) return kind
  return ofWhichComplete ? 'ofWhichAll' : 'ofWhichSome'
}

/** What a form said about a row, as the operation wants it; what is unknown there is refused by it. */
export function meaningOf(role: string, choice: string) {
  const part = choice === 'ofWhichAll' || choice === 'ofWhichSome'
  return {
    role: role === '' ? null : (role as Role),
    kind: (part ? 'ofWhich' : choice) as RowKind,
    ofWhichComplete: part ? choice === 'ofWhichAll' : null,
  }
}
