import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildDocument } from '../../src/modules/budget/document/model/build-document.ts'
import { render, stopRendering } from '../../src/modules/budget/document/render/renderer.ts'
import { exampleStoredBook } from '../../src/modules/budget/document/testing/example-stored-book.ts'
import type { StoredBook } from '../../src/modules/budget/store/stored-book.ts'
import { projectRoot } from '../../src/platform/root.ts'
import type { Measure } from '../measure.ts'
import { below, measured } from '../measurement.ts'
import { timeOf, timesOf } from '../timing.ts'

/** The whole example as a PDF: every figure compiled anew, then set by the renderer's process as for a person. */
export const document: Measure = {
  name: 'document',
  title: 'The document',
  async run({ progress }) {
    const files = readdirSync(join(projectRoot, 'examples/region-stockholm-2025'))
    let bytes = 0
    let edit = 0
    const makePdf = async () => {
      const book = editedExample(++edit)
      const { model } = buildDocument(book, book.versions[0]!, {
        organisation: 'Kansli',
        colophon: { edition: 0, date: '2025-01-01', signOffs: [], program: 'Kansli' },
        files,
      })
      const look = { hue: 210, publicUrl: 'http://localhost' }
      const pdf = await render({ format: 'pdf', model, explanations: {}, look })
      bytes = pdf.byteLength
    }
    try {
      progress('Each in a renderer that has just been started')
      const cold: number[] = []
      for (let run = 0; run < 5; run++) {
        stopRendering()
        cold.push(await timeOf(makePdf))
      }
      progress('In a renderer that is running')
      const warm = await timesOf(makePdf, { warmUp: 2, runs: 15 })
      return {
        measurements: [
          measured('PDF of the whole example, renderer not yet started', 'ms', cold, below(3000)),
          measured('PDF of the whole example, renderer running', 'ms', warm, below(3000)),
          measured('Size of the PDF', 'kB', [bytes / 1000]),
        ],
        notes: [
          'Each time one amount is another, so that all that follows from it is counted and set anew.',
          'From the stored book to the finished bytes: statements derived and checked, pages set, tagged as PDF/UA-1.',
        ],
      }
    } finally {
      stopRendering()
    }
  },
}

const example = exampleStoredBook()

/** The example with one amount edited. */
function editedExample(amount: number): StoredBook {
  const [version] = example.versions
  const [edited, ...others] = version!.adjustments
  const amounts = edited!.amounts.map((each) => ({ ...each, amount: String(amount) }))
  return { ...example, versions: [{ ...version!, adjustments: [{ ...edited!, amounts }, ...others] }] }
}
