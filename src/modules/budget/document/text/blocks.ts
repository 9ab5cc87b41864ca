/**
 * A chapter's text as a value: what Markdown says, and nothing of how it is shown. `Figure` and `Table` are what stands
 * where the text refers to the data: first the reference as written, later what it refers to.
 */
export type Block<Figure, Table> =
  | { kind: 'heading'; depth: 1 | 2 | 3; children: Inline<Figure>[] }
  | { kind: 'paragraph'; children: Inline<Figure>[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block<Figure, Table>[][] }
  | { kind: 'quote'; children: Block<Figure, Table>[] }
  | { kind: 'rule' }
  | { kind: 'table'; table: Table }

export type Inline<Figure> =
  | { kind: 'text'; text: string; at: TextPlace }
  | { kind: 'strong'; children: Inline<Figure>[] }
  | { kind: 'emphasis'; children: Inline<Figure>[] }
  | { kind: 'link'; address: string; children: Inline<Figure>[] }
  | { kind: 'break' }
  | { kind: 'figure'; figure: Figure }

/** Where something stands in the text, counted from 1 as editors do. */
export type TextPlace = { line: number; column: number }

/** A reference as it is written: `:belopp[Tågvärdar]{rad=3f2a9c81 år=2025}`. */
export type WrittenReference = {
  name: string
  /** What stands in brackets: words for those who read the text in the editor. */
  label: string
  attributes: Record<string, string>
  /** Exactly as it stands in the text. */
  source: string
  at: TextPlace
}

export type WrittenBlock = Block<WrittenReference, WrittenReference>
export type WrittenInline = Inline<WrittenReference>

/** Goes through a text and puts something else where it refers to the data. */
export function mapText<Figure, Table, NewFigure, NewTable>(
  blocks: readonly Block<Figure, Table>[],
  figure: (written: Figure) => NewFigure,
  table: (written: Table) => NewTable,
): Block<NewFigure, NewTable>[] {
  const inline = (each: Inline<Figure>): Inline<NewFigure> => {
    switch (each.kind) {
      case 'figure':
        return { kind: 'figure', figure: figure(each.figure) }
      case 'strong':
      case 'emphasis':
      case 'link':
        return { ...each, children: each.children.map(inline) }
      default:
        return each
    }
  }
  return blocks.map((block): Block<NewFigure, NewTable> => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: block.children.map(inline) }
      case 'list':
        return { ...block, items: block.items.map((item) => mapText(item, figure, table)) }
      case 'quote':
        return { ...block, children: mapText(block.children, figure, table) }
      case 'table':
        return { kind: 'table', table: table(block.table) }
      default:
        return block
    }
  })
}

/** Every piece of running text in a text, in order, with the references between them. */
export function* inlinesOf<Figure, Table>(
  blocks: readonly Block<Figure, Table>[],
): Generator<{ block: Block<Figure, Table>; inline: Inline<Figure> }> {
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      for (const inline of flat(block.children)) yield { block, inline }
    } else if (block.kind === 'list') {
      for (const item of block.items) yield* inlinesOf(item)
    } else if (block.kind === 'quote') yield* inlinesOf(block.children)
  }
}

function* flat<Figure>(inlines: readonly Inline<Figure>[]): Generator<Inline<Figure>> {
  for (const inline of inlines) {
    if ('children' in inline) yield* flat(inline.children)
    else yield inline
  }
}
