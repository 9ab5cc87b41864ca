import { Fragment, type ReactNode } from 'react'
import type { TextFigure, TextTable } from '../../../document/model/document.ts'
import type { Block, Inline } from '../../../document/text/blocks.ts'
import { usePublication } from '../publication-layout.tsx'
import styles from '../public.module.css'
import { AssignmentList, type ShownAssignment } from './assignment-list.tsx'
import { PublicTable } from './document-table.tsx'

type Blocks = readonly Block<TextFigure, TextTable>[]

/** A chapter's text with its figures and tables. */
export function ChapterText({
  blocks,
  assignments,
}: {
  blocks: Blocks
  /** Those that the text may list. */
  assignments: readonly ShownAssignment[]
}) {
  // The page's own heading is the first, and no level is left out, whichever the text begins with.
  const top = Math.min(...blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : [])))
  return (
    <div className={styles.text} lang="sv">
      <TextBlocks blocks={blocks} assignments={assignments} top={top} />
    </div>
  )
}

type Parts = {
  assignments: readonly ShownAssignment[]
  /** The depth of the text's highest heading. */
  top: number
}

function TextBlocks({ blocks, ...parts }: Parts & { blocks: Blocks }) {
  return blocks.map((block, at) => (
    // A frozen text never changes places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      <TextBlock block={block} {...parts} />
    </Fragment>
  ))
}

function TextBlock({ block, ...parts }: Parts & { block: Blocks[number] }): ReactNode {
  const { addresses } = usePublication()
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4'] as const)[block.depth - parts.top] ?? 'h2'
      return (
        <Heading>
          <Inlines inlines={block.children} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <TextBlocks blocks={item} {...parts} />
        </li>
      ))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return (
        <blockquote>
          <TextBlocks blocks={block.children} {...parts} />
        </blockquote>
      )
    case 'rule':
      return <hr />
    default: {
      const { table } = block
      if (table.of === 'fault') return <p>{table.printed}</p>
      if (table.of === 'assignments')
        return (
          <AssignmentList
            assignments={parts.assignments.filter((each) => table.assignments.includes(each.slug))}
            of={null}
          />
        )
      return <PublicTable table={table.table} addresses={addresses} />
    }
  }
}

function Inlines({ inlines }: { inlines: readonly Inline<TextFigure>[] }) {
  return inlines.map((inline, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      <InlinePart inline={inline} />
    </Fragment>
  ))
}

function InlinePart({ inline }: { inline: Inline<TextFigure> }): ReactNode {
  const { addresses } = usePublication()
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      )
    case 'link':
      return (
        <a href={inline.address}>
          <Inlines inlines={inline.children} />
        </a>
      )
    case 'break':
      return <br />
    default: {
      const { figure } = inline
      return figure.ok && figure.target ? (
        <a href={addresses.target(figure.target)} className={styles.inText}>
          {figure.printed}
        </a>
      ) : (
        figure.printed
      )
    }
  }
}
