import { Children, type ReactNode } from 'react'
import { cells, rows, Table } from '#web/ui/index.ts'
import type { DocumentTable, TextFigure, TextTable } from '../../document/model/document.ts'
import { assignmentMarks } from '../../document/render/words.ts'
import type { Block, Inline } from '../../document/text/blocks.ts'
import type { AssignmentShown } from './document-shown.ts'
import styles from './document.module.css'

/** A chapter's text as it will be printed: amounts filled in, tables in their places, faults marked. */
export function ChapterText({
  text,
  assignments,
}: {
  text: readonly Block<TextFigure, TextTable>[]
  assignments: readonly AssignmentShown[]
}): ReactNode {
  // The document is written in Swedish whatever language its reader works in.
  return (
    <div lang="sv" className={styles.text}>
      {blocks(text, assignments)}
    </div>
  )
}

function blocks(
  text: readonly Block<TextFigure, TextTable>[],
  assignments: readonly AssignmentShown[],
): ReactNode {
  // A text has no keys of its own: its parts are known by their places.
  return Children.toArray(text.map((block) => blockOf(block, assignments)))
}

function blockOf(block: Block<TextFigure, TextTable>, assignments: readonly AssignmentShown[]): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const children = inlines(block.children)
      // The chapter's own title is a second-level heading; most texts begin at `##`.
      return block.depth === 3 ? <h4>{children}</h4> : <h3>{children}</h3>
    }
    case 'paragraph':
      return <p>{inlines(block.children)}</p>
    case 'list': {
      const items = Children.toArray(block.items.map((item) => <li>{blocks(item, assignments)}</li>))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return <blockquote>{blocks(block.children, assignments)}</blockquote>
    case 'rule':
      return <hr />
    default:
      return <TextTableShown table={block.table} assignments={assignments} />
  }
}

function inlines(children: readonly Inline<TextFigure>[]): ReactNode {
  return Children.toArray(children.map(inlineOf))
}

function inlineOf(inline: Inline<TextFigure>): ReactNode {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return <strong>{inlines(inline.children)}</strong>
    case 'emphasis':
      return <em>{inlines(inline.children)}</em>
    case 'link':
      return <a href={inline.address}>{inlines(inline.children)}</a>
    case 'break':
      return <br />
    default:
      return inline.figure.ok ? (
        <span className={styles.figure}>{inline.figure.printed}</span>
      ) : (
        <mark className={styles.fault}>{inline.figure.printed}</mark>
      )
  }
}

function TextTableShown({
  table,
  assignments,
}: {
  table: TextTable
  assignments: readonly AssignmentShown[]
}) {
  if (table.of === 'fault') {
    return (
      <p>
        <mark className={styles.fault}>{table.printed}</mark>
      </p>
    )
  }
  if (table.of === 'table') return <PrintedTable table={table.table} />
  const shown = table.assignments.flatMap((slug) => assignments.find((each) => each.slug === slug) ?? [])
  return (
    <ul role="list" className={styles.assignments}>
      {shown.map((assignment) => (
        <li key={assignment.id}>
          <strong>{assignment.label}.</strong> {assignment.text}
          <AssignmentMarks assignment={assignment} />
        </li>
      ))}
    </ul>
  )
}

/** What stands under an assignment: with whom, how much, by when, on what condition; in the words of the document. */
export function AssignmentMarks({
  assignment,
  before = '',
}: {
  assignment: AssignmentShown
  before?: string
}) {
  const marks = [before, ...assignmentMarks(assignment, assignment.responsible[0]?.slug ?? null)].filter(
    Boolean,
  )
  return marks.length === 0 ? null : (
    <span lang="sv" className={styles.marks}>
      {marks.join(' · ')}
    </span>
  )
}

/** A table as it is printed. */
function PrintedTable({ table }: { table: DocumentTable }) {
  return (
    <Table
      label={table.title}
      caption={table.title}
      head={
        <tr>
          <td />
          {table.columns.map((column) => (
            <th key={column.key} scope="col" className={cells.numeric}>
              {column.label}
            </th>
          ))}
        </tr>
      }
    >
      <tbody>
        {table.rows.map((row) =>
          row.kind === 'section' ? (
            <tr key={row.key} className={rows.section}>
              <th scope="colgroup" colSpan={table.columns.length + 1}>
                {row.label}
              </th>
            </tr>
          ) : (
            <tr
              key={row.key}
              className={row.kind === 'sum' ? rows.sum : row.kind === 'ofWhich' ? rows.part : ''}
            >
              <th scope="row">{row.label}</th>
              {table.columns.map((column, at) => (
                <td key={column.key} className={cells.numeric}>
                  {row.cells[at]?.printed ?? ''}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </Table>
  )
}
