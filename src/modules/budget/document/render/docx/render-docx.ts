import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
} from 'docx'
import { documentTexts } from '../../../messages/document.ts'
import type { DocumentFinding, DocumentModel, DocumentTable } from '../../model/document.ts'
import { resultTable } from '../result-table.ts'
import { aboutLines, editionOf, findingsLead, longDay, signOffLines } from '../words.ts'
import { assignmentParagraphs } from './docx-assignments.ts'
import { docxStyles } from './docx-styles.ts'
import { dataTable } from './docx-table.ts'
import { textParts } from './docx-text.ts'

const t = documentTexts.in('sv')

/**
 * The document for Word: real headings, a table of contents that Word can update, tables whose headings repeat, and
 * Swedish as its language, so that it can be spell-checked and read aloud.
 */
export async function renderDocx(model: DocumentModel, publicUrl: string): Promise<Uint8Array> {
  const document = new Document({
    title: `${model.title}: ${model.version}`,
    creator: model.organisation,
    subject: model.jurisdiction,
    description: `${editionOf(model)}, ${model.colophon.date}`,
    styles: docxStyles,
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: 480 + level * 360, hanging: 360 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1440, bottom: 1300, left: 1300, right: 1300 },
          },
        },
        headers: { default: new Header({ children: [small(`${model.title}, ${model.version}`)] }) },
        footers: { default: new Footer({ children: [pageNumber(model)] }) },
        children: [
          ...front(model),
          ...summary(model),
          ...chapters(model, publicUrl),
          ...boards(model),
          ...statements(model),
          ...ending(model),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function front(model: DocumentModel): FileChild[] {
  return [
    new Paragraph({
      spacing: { before: 3600 },
      children: [new TextRun({ text: model.jurisdiction, color: '525863' })],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(model.title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(model.version)] }),
    ...(model.party === '' ? [] : [plain(model.party)]),
    new Paragraph({
      spacing: { before: 2400 },
      children: [new TextRun({ text: model.organisation, bold: true })],
    }),
    plain(`${editionOf(model)}, ${longDay(model.colophon.date)}`),
    plain(t(`about.state.${model.colophon.state}`)),
    new Paragraph({
      style: 'ContentsHeading',
      pageBreakBefore: true,
      children: [new TextRun(t('part.contents'))],
    }),
    new TableOfContents(t('part.contents'), { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ]
}

function summary(model: DocumentModel): FileChild[] {
  return [
    part(t('part.summary')),
    heading(t('part.results')),
    ...dataTable(resultTable(model)),
    ...model.results.map((each) => plain(`${each.year}: ${t(`balance.${each.balance}`)}.`)),
    heading(model.path.title),
    ...dataTable(model.path),
    heading(model.overview.title),
    ...dataTable(model.overview, t('row.board')),
  ]
}

function chapters(model: DocumentModel, publicUrl: string): FileChild[] {
  const written = model.chapters.filter((chapter) => chapter.text.length > 0)
  if (written.length === 0) return []
  return [
    part(t('part.chapters')),
    ...written.flatMap((chapter): FileChild[] => [
      heading(t('chapter', { number: chapter.number, title: chapter.title })),
      ...textParts(chapter.text, model, publicUrl),
    ]),
  ]
}

function boards(model: DocumentModel): FileChild[] {
  const reforms = new Map(model.reforms.map((reform) => [reform.slug, reform]))
  return [
    part(t('part.boards')),
    ...model.boards.flatMap((board): FileChild[] => [
      heading(board.name),
      ...(board.table ? dataTable(board.table) : []),
      ...board.reforms.flatMap((slug) => {
        const reform = reforms.get(slug)
        return reform && reform.rationale !== ''
          ? [inner(reform.label), ...reform.rationale.split(/\n+/u).filter(Boolean).map(plain)]
          : []
      }),
      ...(board.assignments.length > 0
        ? [inner(t('part.assignments')), ...assignmentParagraphs(model, board.assignments, board.slug)]
        : []),
    ]),
  ]
}

function statements(model: DocumentModel): FileChild[] {
  const units = model.statements.filter((table) => table.kind === 'unitResult')
  const others = model.statements.filter((table) => table.kind !== 'unitResult')
  return [
    part(t('part.statements')),
    ...others.flatMap((table): FileChild[] => [heading(table.title), ...dataTable(table)]),
    ...(units.length > 0 ? [heading(t('part.unitResults'))] : []),
    ...units.flatMap((table: DocumentTable): FileChild[] => [
      inner(table.body ?? table.title),
      ...dataTable(table),
    ]),
  ]
}

function ending(model: DocumentModel): FileChild[] {
  const signOffs = signOffLines(model)
  return [
    part(t('part.findings')),
    plain(findingsLead(model)),
    ...findingParts(t('findings.accepted'), model.findings.accepted),
    ...findingParts(t('findings.open'), model.findings.open),
    part(t('part.about')),
    ...aboutLines(model).map(plain),
    ...(signOffs.length > 0 ? [heading(t('about.signOffs')), ...signOffs.map(plain)] : []),
  ]
}

function findingParts(title: string, findings: readonly DocumentFinding[]): FileChild[] {
  if (findings.length === 0) return []
  return [
    heading(title),
    ...findings.map(
      ({ name, says, where, note }) =>
        new Paragraph({
          children: [
            new TextRun({ text: name, bold: true }),
            ...(says === '' ? [] : [new TextRun({ text: says, break: 1 })]),
            new TextRun({ text: where, break: 1, size: 17, color: '525863' }),
            ...(note === null
              ? []
              : [new TextRun({ text: t('findings.note', { note }), break: 1, size: 17 })]),
          ],
        }),
    ),
  ]
}

function part(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new TextRun(text)],
  })
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(text)] })
}

function inner(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: [new TextRun(text)] })
}

function plain(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)] })
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 17, color: '525863' })] })
}

function pageNumber(model: DocumentModel): Paragraph {
  const [before = '', middle = '', after = ''] = t('page', { page: '\u0000', pages: '\u0000' }).split(
    '\u0000',
  )
  const look = { size: 17, color: '525863' }
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ text: `${model.organisation} · ${before}`, ...look }),
      new TextRun({ children: [PageNumber.CURRENT], ...look }),
      new TextRun({ text: middle, ...look }),
      new TextRun({ children: [PageNumber.TOTAL_PAGES], ...look }),
      new TextRun({ text: after, ...look }),
    ],
  })
}
