/**
 * A process of its own that renders documents, so that the server goes on answering meanwhile, and so that whatever a
 * compiler does with a document it can take down nothing but itself. It ends with the server.
 */
import { answerJobs } from '#platform/document/answer-jobs.ts'
import type { RenderJob } from './render-job.ts'

answerJobs(render)

/** Each format is loaded when it is first asked for: a PDF need not wait for what makes workbooks. */
async function render({ format, model, explanations, look }: RenderJob): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/compile-pdf.ts')).compilePdf(model, look)
    case 'docx':
      return (await import('./docx/render-docx.ts')).renderDocx(model, look.publicUrl)
    case 'xlsx':
      return (await import('./xlsx/render-xlsx.ts')).renderXlsx(model, explanations)
    case 'csv':
      return (await import('./csv/render-csv.ts')).renderCsv(model)
    default:
      throw new Error(`Unknown format ${String(format satisfies never)}.`)
  }
}
