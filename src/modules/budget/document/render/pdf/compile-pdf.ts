import { join } from 'node:path'
import { compileTypst } from '#platform/document/compile-typst.ts'
import { projectRoot } from '#platform/root.ts'
import type { DocumentModel } from '../../model/document.ts'
import { pdfWords, type PdfLook } from './pdf-words.ts'

const folder = join(projectRoot, 'src/modules/budget/document/render/pdf')

/**
 * Makes the document's PDF: tagged, after PDF/UA-1.
 * Runs for as long as it takes: call it where nobody waits (`render-process.ts`).
 * @throws when the layout does not compile, which is a fault of ours
 */
export function compilePdf(model: DocumentModel, look: PdfLook): Uint8Array {
  return compileTypst({
    folder,
    main: 'document.typ',
    values: { model, words: pdfWords(model, look) },
    madeAt: new Date(`${model.colophon.date}T00:00:00Z`),
  })
}
