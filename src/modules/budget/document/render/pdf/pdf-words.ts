import { fontNames } from '#platform/document/fonts.ts'
import { hueColour } from '#platform/document/hue-colour.ts'
import { documentTexts } from '../../../messages/document.ts'
import type { DocumentModel } from '../../model/document.ts'
import { aboutLines, editionOf, findingsLead, longDay, resultRows, signOffLines } from '../words.ts'

const t = documentTexts.in('sv')

/** How a document looks that the model does not say. */
export type PdfLook = {
  /** The organisation's hue, 0–359. */
  hue: number
  /** Where links inside the site lead. */
  publicUrl: string
}

/** Everything the Typst document says that is not in the model, ready to print. */
export function pdfWords(model: DocumentModel, look: PdfLook) {
  const units = ['kr', 'tkr', 'mnkr', 'mdkr', 'percent'] as const
  return {
    fonts: fontNames,
    accent: hueColour(look.hue, 0.42, 0.36),
    accentSoft: hueColour(look.hue, 0.3, 0.9),
    publicUrl: look.publicUrl,
    units: Object.fromEntries(units.map((unit) => [unit, t(`unit.${unit}`)])),
    row: t('row.row'),
    board: t('row.board'),
    page: plain('page', ['page', 'pages']),
    contents: t('part.contents'),
    summary: t('part.summary'),
    results: t('part.results'),
    chapters: t('part.chapters'),
    chapter: plain('chapter', ['number', 'title']),
    boards: t('part.boards'),
    statements: t('part.statements'),
    unitResults: t('part.unitResults'),
    findings: t('part.findings'),
    findingsLead: findingsLead(model),
    findingsAccepted: t('findings.accepted'),
    findingsOpen: t('findings.open'),
    note: plain('findings.note', ['note']),
    about: t('part.about'),
    assignments: t('part.assignments'),
    with: plain('assignment.with', ['names']),
    consulted: plain('assignment.consulted', ['names']),
    inSource: plain('assignment.source', ['key']),
    due: t('assignment.due'),
    condition: t('assignment.condition'),
    amountsIn: plain('amountsIn', ['unit']),
    balance: Object.fromEntries(
      (['holds', 'excused', 'restored', 'pending', 'broken'] as const).map((each) => [
        each,
        t(`balance.${each}`),
      ]),
    ),
    resultRows,
    edition: editionOf(model),
    date: longDay(model.colophon.date),
    state: t(`about.state.${model.colophon.state}`),
    aboutLines: aboutLines(model),
    signOffs: t('about.signOffs'),
    signOffLines: signOffLines(model),
  }
}

/** A text with its parameters left open, for Typst to fill in. */
function plain(key: Parameters<typeof t>[0], params: readonly string[]): string {
  return t(key, Object.fromEntries(params.map((name) => [name, `{${name}}`])))
}
