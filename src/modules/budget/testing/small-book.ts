import type { z } from 'zod'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { applyImport } from '../operations/apply-import.ts'
import { createBook } from '../operations/create-book.ts'
import { getBook } from '../operations/get-book.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

const appropriations = [
  'Anslag;Budget 2027;Plan 2028;Plan 2029',
  'Vårdnämnden;100,0;102,0;104,0',
  'Kulturnämnden;20,0;21,0;22,0',
  'Summa anslag;120,0;123,0;126,0',
].join('\n')

let made = 0

/** A budget of two boards, read in as the base; our own version follows it. */
export async function smallBook(call: Call, unitId: string) {
  made += 1
  const book = await call(createBook, {
    unitId,
    title: `Budget 2027 ${made}`,
    jurisdiction: 'Provregionen',
    budgetYear: 2027,
    planYears: [2028, 2029],
    baseName: 'Majoritetens förslag',
    ownName: 'Vårt förslag',
  })
  const file = new File([appropriations], 'anslag.csv', { type: 'text/csv' })
  const { fileId } = await call(uploadFile, { file })
  await call(applyImport, {
    bookId: book.bookId,
    versionId: book.baseVersionId,
    fileIds: [fileId],
    despiteProblems: true,
  })
  const { publicBoards } = await call(getBook, { book: book.bookId })
  return { ...book, boards: publicBoards }
}
