/** A numbered paragraph of a document; the number as it is written, without marks (`3`, `2.1`); empty for a heading. */
export type Paragraph = { number: string; text: string }

/** What a paragraph may begin with: `§ 3`, `3 §`, `3.` or `2.1`, and something after it. */
const numbered = /^(?:§\s*(\d+(?:\.\d+)*[a-z]?)\.?|(\d+(?:\.\d+)*[a-z]?)\s*§|(\d+(?:\.\d+)+)\.?|(\d+)[.)])\s+/

/**
 * The paragraphs of a plain text: an empty line between each. Where any of them has a number, those keep theirs and the others
 * are headings; where none has, they are numbered in order, so that each can be spoken of.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const blocks = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  const read = blocks.map((block) => {
    const mark = numbered.exec(block)
    if (!mark) return { number: '', text: block }
    const number = mark.slice(1).find((each) => each !== undefined) ?? ''
    return { number, text: block.slice(mark[0].length).trim() }
  })
  if (read.some(({ number }) => number !== '')) return read
  return read.map((paragraph, index) => ({ ...paragraph, number: String(index + 1) }))
}
