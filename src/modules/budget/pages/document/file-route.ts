import type { LoaderFunctionArgs } from 'react-router'
import { found } from '#platform/operations/problem.ts'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { documentFormats } from '../../document/render/render-job.ts'
import { exportDocument } from '../../operations/export-document.ts'
import { bookAndVersion } from '../book/book-of.ts'

/** The document as a file to save. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  return fileAnswer(
    await orProblemPage(
      (async () => {
        const format = found(documentFormats.find((each) => each === args.params['format']))
        return visit.call(exportDocument, { bookId: book.id, versionId: version.id, format })
      })(),
    ),
  )
}
