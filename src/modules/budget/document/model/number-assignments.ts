import type { StoredAssignment } from '../../store/stored-book.ts'
import type { Body } from './bodies.ts'

export type NumberedAssignment = {
  assignment: StoredAssignment
  /** The bodies that answer for it; it is numbered by the first. */
  responsible: Body[]
  number: number
  label: string
}

/**
 * Numbers assignments: each by itself 1, 2, 3 … among those of the first body that answers for it, in the version's
 * order. One that several bodies answer for has one number, the first body's, wherever it is listed. So an assignment
 * to another body never changes a number, and neither does a new text, amount or chapter; a new order among the body's
 * own does, until the version is adopted. What it is cited by is its address, which holds its code and not its number.
 */
export function numberAssignments(
  assignments: readonly StoredAssignment[],
  body: (name: string) => Body,
): NumberedAssignment[] {
  const given = new Map<string, number>()
  return assignments.map((assignment) => {
    const responsible = [
      ...new Map(assignment.responsible.map((name) => [body(name).slug, body(name)])).values(),
    ]
    const first = responsible[0]
    const number = (given.get(first?.slug ?? '') ?? 0) + 1
    given.set(first?.slug ?? '', number)
    return { assignment, responsible, number, label: first ? `${first.name} ${number}` : String(number) }
  })
}
