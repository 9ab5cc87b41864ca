import { inlinesOf, type Block, type WrittenBlock } from './blocks.ts'
import { readText } from './read-text.ts'

/**
 * What somebody wrote by hand: the running text without its references, which are right by construction. A reference
 * leaves a gap (`…`), so that words on either side of it do not run together.
 */
export function handwritten(markdown: string): string {
  return textOf(readText(markdown).blocks, () => '…')
}

/** A text as plain words, each block on a line; `figure` says what stands where the text refers to the data. */
export function textOf<Figure, Table>(
  blocks: readonly Block<Figure, Table>[],
  figure: (figure: Figure) => string,
): string {
  const lines: string[] = []
  let last: Block<Figure, Table> | null = null
  for (const { block, inline } of inlinesOf(blocks)) {
    const words =
      inline.kind === 'text' ? inline.text : inline.kind === 'figure' ? figure(inline.figure) : '\n'
    if (block === last) lines[lines.length - 1] += words
    else lines.push(words)
    last = block
  }
  return lines.join('\n')
}

const word = /[\p{Letter}\p{Number}]+(?:[-’'.,:/][\p{Letter}\p{Number}]+)*/gu

/** How many words a chapter has; a reference to a figure is one. */
export function wordCount(blocks: readonly WrittenBlock[]): number {
  return textOf(blocks, () => ' 1 ').match(word)?.length ?? 0
}
