import { ExternalHyperlink, HeadingLevel, Paragraph, TextRun, type ParagraphChild } from 'docx'
import type { Block, Inline } from '../../text/blocks.ts'
import type { DocumentModel, TextFigure, TextTable } from '../../model/document.ts'
import { assignmentParagraphs } from './docx-assignments.ts'
import { dataTable } from './docx-table.ts'

type Look = { bold?: boolean; italics?: boolean }

/** A chapter's text as Word paragraphs, lists and tables. */
export function textParts(
  blocks: readonly Block<TextFigure, TextTable>[],
  model: DocumentModel,
  publicUrl: string,
): (Paragraph | ReturnType<typeof dataTable>[number])[] {
  const inside = (list: readonly Block<TextFigure, TextTable>[], level: number, numbered: boolean | null) =>
    list.flatMap((block, at) => part(block, level, at === 0 ? numbered : null))
  const part = (
    block: Block<TextFigure, TextTable>,
    level: number,
    numbered: boolean | null,
  ): (Paragraph | ReturnType<typeof dataTable>[number])[] => {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(block.children, publicUrl) })]
      case 'paragraph':
        return [
          new Paragraph({
            children: runs(block.children, publicUrl),
            ...(numbered === true ? { numbering: { reference: 'numbers', level } } : {}),
            ...(numbered === false ? { bullet: { level } } : {}),
            ...(numbered === null && level > 0 ? { indent: { left: level * 360 } } : {}),
          }),
        ]
      case 'list':
        return block.items.flatMap((item) =>
          inside(item, Math.min(level + (numbered === null && level > 0 ? 1 : 0), 8), block.ordered),
        )
      case 'quote':
        return block.children.flatMap((child) =>
          child.kind === 'paragraph'
            ? [new Paragraph({ style: 'Quote', children: runs(child.children, publicUrl) })]
            : part(child, level, null),
        )
      case 'rule':
        return [new Paragraph({ thematicBreak: true })]
      default:
        if (block.table.of === 'table') return dataTable(block.table.table)
        if (block.table.of === 'assignments')
          return assignmentParagraphs(model, block.table.assignments, null)
        return [new Paragraph({ children: [new TextRun({ text: block.table.printed, bold: true })] })]
    }
  }
  return inside(blocks, 0, null)
}

function runs(inlines: readonly Inline<TextFigure>[], publicUrl: string, look: Look = {}): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return [new TextRun({ text: inline.text.replaceAll('\n', ' '), ...look })]
      case 'strong':
        return runs(inline.children, publicUrl, { ...look, bold: true })
      case 'emphasis':
        return runs(inline.children, publicUrl, { ...look, italics: true })
      case 'break':
        return [new TextRun({ break: 1 })]
      case 'link':
        return [
          new ExternalHyperlink({
            link: inline.address.startsWith('/') ? `${publicUrl}${inline.address}` : inline.address,
            children: runs(inline.children, publicUrl, look),
          }),
        ]
      default:
        return [
          new TextRun({ text: inline.figure.printed, ...look, ...(inline.figure.ok ? {} : { bold: true }) }),
        ]
    }
  })
}
