import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '#platform/root.ts'
import type { DocumentModel } from '../../model/document.ts'
import { fontFolders } from './fonts.ts'
import { pdfWords, type PdfLook } from './pdf-words.ts'

/** Where the document's own layout stands; it is read, not bundled. */
const folder = join(projectRoot, 'src/modules/budget/document/render/pdf')

/** How many rounds of signs that no font has are put into words before the document is made without its promise. */
const rounds = 8

let compiler: NodeCompiler | null = null

/**
 * Makes the PDF: tagged, after PDF/UA-1. A sign that no font at hand can show is written as its number (`[U+1F600]`),
 * because an accessible document may not hold a box that nobody can read.
 * Runs for as long as it takes: call it where nobody waits (`render-process.ts`).
 * @throws when the layout does not compile, which is a fault of ours
 */
export function compilePdf(model: DocumentModel, look: PdfLook): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders() }] })
  const main = readFileSync(join(folder, 'document.typ'), 'utf8')
  const missing = new Set<string>()
  for (let round = 0; ; round++) {
    compiler.resetShadow()
    compiler.mapShadow(join(folder, 'model.json'), json(model, missing))
    compiler.mapShadow(join(folder, 'words.json'), json(pdfWords(model, look), missing))
    const compiled = compiler.compile({ mainFileContent: main })
    const document = compiled.result
    if (!document) {
      const said = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      throw new Error(`The PDF did not compile: ${JSON.stringify(said).slice(0, 2000)}`)
    }
    try {
      const bytes = compiler.pdf(document, {
        pdfStandard: 'ua-1',
        creationTimestamp: Math.floor(Date.parse(`${model.colophon.date}T00:00:00Z`) / 1000),
      })
      compiler.evictCache(10)
      return new Uint8Array(bytes)
    } catch (error) {
      const unread = unreadable(String(error))
      if (unread.length === 0 || round >= rounds) throw error
      for (const sign of unread) missing.add(sign)
    }
  }
}

/** The signs the compiler says it has no font for. */
function unreadable(message: string): string[] {
  const texts = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map(
    (match) => match[1] ?? '',
  )
  return texts.flatMap((text) => [
    ...text.replaceAll(/\\u\{([0-9a-f]+)\}/giu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  ])
}

function json(value: unknown, missing: ReadonlySet<string>): Buffer {
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? readable(each, missing) : each,
  )
  return Buffer.from(text)
}

function readable(text: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return text
  return [...text]
    .map((sign) =>
      missing.has(sign) ? `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]` : sign,
    )
    .join('')
}
