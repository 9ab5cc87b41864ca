import type { BookAssignment } from '../../book.ts'
import { BodyIndex } from '../body-index.ts'
import { adjustmentSummaries } from '../adjustment-boards.ts'
import { tablesOf, type CheckContext } from '../context.ts'
import type { Judged } from '../judge.ts'
import { state } from '../state.ts'
import type { Place, SourceLine } from '../report.ts'
import { rule, type Rule } from '../rule.ts'
import { bodyKeyOf } from '../words.ts'

/** Words that tell a public board from "all companies" and other collective names. */
const publicBoard = /nämnd|styrelse/iu

/** Whoever is told to do something has money somewhere: an appropriation, a row in the summary, a requirement. */
export const assignedBodies: Rule = rule({
  id: 'assignments.bodyHasMoney',
  class: 'completeness',
  severity: 'warning',
  run: (context) => {
    const assigned = assignmentsByBody(context)
    if (assigned.size === 0) return []
    const funded = fundedBodies(context)
    if (funded.size === 0) return []
    return [...assigned.values()].map(({ name, assignments }) => ({
      judged: [judgeBody(context, name, assignments, funded.has(name))],
    }))
  },
})

type Assigned = { name: string; assignments: BookAssignment[] }

function assignmentsByBody(context: CheckContext): Map<string, Assigned> {
  const assigned = new Map<string, Assigned>()
  for (const assignment of context.book.assignments) {
    for (const name of new Set([...assignment.publicBoards, ...assignment.consulted])) {
      if (!publicBoard.test(name)) continue
      const key = bodyKeyOf(name)
      const known = assigned.get(key)
      if (known) known.assignments.push(assignment)
      else assigned.set(key, { name, assignments: [assignment] })
    }
  }
  return assigned
}

function fundedBodies(context: CheckContext): BodyIndex {
  const tables = [...tablesOf(context, 'appropriations'), ...tablesOf(context, 'resultRequirements')]
  return new BodyIndex([
    ...tables.flatMap((view) => view.rows.map(({ row }) => row.label)),
    ...adjustmentSummaries(context).flatMap(({ boards }) => boards.map((board) => board.label)),
    ...tablesOf(context, 'unitResult').map(({ table }) => table.body ?? table.title),
  ])
}

function judgeBody(
  context: CheckContext,
  name: string,
  assignments: readonly BookAssignment[],
  funded: boolean,
): Judged {
  return state(context, assignedBodies, {
    outcome: funded ? 'holds' : 'finding',
    where: assignmentPlace(assignments[0]!, name),
    parts: [],
    lines: assignments.flatMap(assignmentLines),
    suffix: bodyKeyOf(name),
    explanation: { key: 'check.explain.noMoneyForBody', params: { body: name, count: assignments.length } },
  })
}

/** Assignments stand in no table; this is what their place is called. */
export const ASSIGNMENTS = 'assignments'

/** Where an assignment stands. */
export function assignmentPlace(assignment: BookAssignment, body: string | null): Place {
  return {
    table: ASSIGNMENTS,
    row: assignment.key,
    column: null,
    tableLabel: '',
    sectionLabel: body,
    rowLabel: assignment.text,
    columnLabel: null,
  }
}

export function assignmentLines({ sourceLine }: BookAssignment): SourceLine[] {
  return sourceLine === null ? [] : [{ source: null, line: sourceLine }]
}
