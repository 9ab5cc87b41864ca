import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ITableCellOptions,
} from 'docx'
import { documentTexts } from '../../../messages/document.ts'
import type { DocumentRow, DocumentTable, Figure } from '../../model/document.ts'

const t = documentTexts.in('sv')

/** The width between the margins of a page, in twentieths of a point. */
const pageWidth = 9300
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })

/** A table with its unit above, its heading repeated on every page, and figures to the right. */
export function dataTable(table: DocumentTable, labelHead = t('row.row')): (Paragraph | Table)[] {
  const wide = table.columns.length > 5
  const size = wide ? 15 : 18
  const figureWidth = Math.floor(
    Math.min(1450, (pageWidth * (wide ? 0.68 : 0.6)) / Math.max(1, table.columns.length)),
  )
  const labelWidth = pageWidth - figureWidth * table.columns.length
  const cell = (text: string, width: number, look: Partial<ITableCellOptions> & CellLook = {}) => {
    const { right, bold, soft, indent, ...rest } = look
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 50, right: 50 },
      ...rest,
      children: [
        new Paragraph({
          style: 'TableText',
          ...(right ? { alignment: AlignmentType.RIGHT } : {}),
          ...(indent ? { indent: { left: 180 } } : {}),
          children: [
            new TextRun({ text, size, ...(bold ? { bold } : {}), ...(soft ? { color: '525863' } : {}) }),
          ],
        }),
      ],
    })
  }
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(labelHead, labelWidth, { bold: true, soft: true }),
      ...table.columns.map((column) =>
        cell(column.label, figureWidth, { bold: true, soft: true, right: true }),
      ),
    ],
  })
  const body = table.rows.map((row) => {
    const bold = row.kind === 'sum' || row.kind === 'section'
    const label = cell(row.label, labelWidth, {
      bold,
      indent: row.kind === 'ofWhich',
      soft: row.kind === 'ofWhich',
    })
    if (row.kind === 'section')
      return new TableRow({
        cantSplit: true,
        children: [cell(row.label, pageWidth, { bold, columnSpan: table.columns.length + 1 })],
      })
    return new TableRow({
      cantSplit: true,
      children: [
        label,
        ...table.columns.map((_, at) => cell(printed(row, at), figureWidth, { right: true, bold })),
      ],
    })
  })
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(captionOf(table))] }),
    new Table({
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: [labelWidth, ...table.columns.map(() => figureWidth)],
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        left: none,
        right: none,
        insideVertical: none,
        bottom: line(6, '84827C'),
        insideHorizontal: line(4, 'D9D7D2'),
      },
      rows: [head, ...body],
    }),
    new Paragraph({ style: 'TableText', children: [] }),
  ]
}

type CellLook = { right?: boolean; bold?: boolean; soft?: boolean; indent?: boolean }

function printed(row: DocumentRow, at: number): string {
  const figure: Figure | null = row.cells[at] ?? null
  return figure?.printed ?? ''
}

/** What a table is about and what it counts in. */
export function captionOf({ title, unit }: Pick<DocumentTable, 'title' | 'unit'>): string {
  const known = (['kr', 'tkr', 'mnkr', 'mdkr', 'percent'] as const).find((each) => each === unit)
  return known ? `${title}. ${t('amountsIn', { unit: t(`unit.${known}`) })}` : title
}
