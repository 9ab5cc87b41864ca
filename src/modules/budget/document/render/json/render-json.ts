import { bookToJson } from '../../../rules/reading/book-json.ts'
import type { Book } from '../../../rules/book.ts'
import type { StoredBook, StoredVersion } from '../../../store/stored-book.ts'

/**
 * The compiled budget in Kansli's own format, which reads it back figure by figure, with what the tables do not say
 * about the version: its adjustments with rationale and links, tax steps, requirements, chapters with their references,
 * assignments with their conditions. Names of persons are not part of it.
 */
export function renderJson(book: StoredBook, version: StoredVersion, compiled: Book): string {
  const board = (id: string | null) => book.publicBoards.find((each) => each.id === id)?.slug ?? null
  const json = JSON.parse(bookToJson(compiled)) as Record<string, unknown>
  json['version'] = {
    name: version.name,
    kind: version.kind,
    party: version.party,
    state: version.state,
    title: book.title,
    cashPolicy: version.cashPolicy,
    publicBoards: book.publicBoards.map(({ kind, name, slug }) => ({ kind, name, slug })),
    adjustments: version.adjustments.map((each) => ({
      id: each.id,
      publicBoard: board(each.publicBoardId),
      kind: each.kind,
      label: each.label,
      recurring: each.recurring,
      rationale: each.rationale,
      part: each.part,
      statementRole: each.statementRole,
      chapter: each.chapter,
      amounts: Object.fromEntries(each.amounts.map(({ year, amount }) => [year, amount])),
      links: each.links.map(({ title, address }) => ({ title, address })),
      sourceLine: each.sourceLine,
    })),
    taxBase: Object.fromEntries(version.taxBase.map(({ year, amount }) => [year, amount])),
    taxSteps: version.taxSteps.map(({ id, label, ore }) => ({ id, label, ore })),
    resultRequirements: Object.fromEntries(
      version.resultRequirements.map(({ year, amount }) => [year, amount]),
    ),
    overrides: version.overrides.map(({ tableKey, rowKey, columnKey, value, note }) => ({
      table: tableKey,
      row: rowKey,
      column: columnKey,
      value,
      note,
    })),
    acceptedFindings: version.acceptances.map(({ findingId, note }) => ({ finding: findingId, note })),
    chapters: version.chapters.map(({ id, number, title, publicBoardId, text }) => ({
      id,
      number,
      title,
      publicBoard: board(publicBoardId),
      text,
    })),
    assignments: version.assignments.map(({ revision: _, ...rest }) => rest),
  }
  return `${JSON.stringify(json, null, 1)}\n`
}
