import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'

/** A layout and what is printed by it. */
export type Layout = {
  /** The folder the layout stands in; it is read, not bundled. */
  folder: string
  /** The layout's file in it. */
  main: string
  /** Values that the layout reads as `/<name>.json`; every text in them is printed as it is. */
  values: Record<string, unknown>
  /** The moment the document says it was made. */
  madeAt: Date
}

/** How many rounds of signs that no font has are put into words before the document is given up. */
const rounds = 8

const compilers = new Map<string, NodeCompiler>()

/**
 * Makes a PDF: tagged, after PDF/UA-1. A sign that no font at hand can show is written as its number (`[U+1F600]`),
 * because an accessible document may not hold a box that nobody can read.
 * Runs for as long as it takes: call it where nobody waits (`answer-jobs.ts`).
 * @throws when the layout does not compile, which is a fault of ours
 */
export function compileTypst({ folder, main, values, madeAt }: Layout): Uint8Array {
  const compiler =
    compilers.get(folder) ??
    NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders() }] })
  compilers.set(folder, compiler)
  const layout = readFileSync(join(folder, main), 'utf8')
  const missing = new Set<string>()
  for (let round = 0; ; round++) {
    compiler.resetShadow()
    for (const [name, value] of Object.entries(values)) {
      compiler.mapShadow(join(folder, `${name}.json`), json(value, missing))
    }
    const compiled = compiler.compile({ mainFileContent: layout })
    const document = compiled.result
    if (!document) {
      const said = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      throw new Error(`The PDF did not compile: ${JSON.stringify(said).slice(0, 2000)}`)
    }
    try {
      const bytes = compiler.pdf(document, {
        pdfStandard: 'ua-1',
        creationTimestamp: Math.floor(madeAt.getTime() / 1000),
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
