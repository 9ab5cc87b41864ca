import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { acceptFinding } from '../operations/accept-finding.ts'
import { applyImport } from '../operations/apply-import.ts'
import { checkVersion } from '../operations/check-version.ts'
import { createBook } from '../operations/create-book.ts'
import { publishVersion } from '../operations/publish-version.ts'
import { chooseSignOffBodies, signOff } from '../operations/sign-off.ts'
import { setYearAmounts } from '../operations/set-year-amounts.ts'
import { writeExampleChapters } from './example-chapters.ts'

/** Calls an operation for the demo. */
export type DemoCall = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/**
 * Loads the example budget as a person would: makes the book, uploads the files, reads them in, goes through one
 * finding, writes some chapters, lets one of the bodies sign off, and publishes what there is.
 * @param folder the example's folder
 * @param bodies the bodies that must sign off, the first of which has
 */
export async function loadExampleBudget(
  call: DemoCall,
  { folder, unitId, bodies }: { folder: string; unitId: string; bodies: readonly string[] },
): Promise<{ bookId: string; slug: string; ownVersionId: string }> {
  const book = await call(createBook, {
    unitId,
    title: 'Budget 2025–2027',
    jurisdiction: 'Region Stockholm',
    budgetYear: 2025,
    planYears: [2026, 2027],
    baseName: 'Majoritetens förslag',
    ownName: 'Vårt förslag',
  })
  const target = { bookId: book.bookId, versionId: book.ownVersionId }
  const fileIds: string[] = []
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
    const file = new File([readFileSync(join(folder, name))], basename(name), { type: 'text/csv' })
    fileIds.push((await call(uploadFile, { file })).fileId)
  }
  await call(applyImport, { ...target, fileIds })
  // 15 öre are priced at 1 261, 1 322 and 1 382 mnkr in the example: that is the tax base it counts with.
  await call(setYearAmounts, {
    ...target,
    what: 'taxBase',
    years: [
      { year: 2025, amount: '840667', expectedRevision: 0 },
      { year: 2026, amount: '881333', expectedRevision: 0 },
      { year: 2027, amount: '921333', expectedRevision: 0 },
    ],
  })
  const { checks } = await call(checkVersion, target)
  const stray = checks.find((check) => check.rule === 'adjustments.boardSum')
  if (stray) {
    await call(acceptFinding, {
      ...target,
      findingId: stray.id,
      fingerprint: stray.fingerprint,
      note: 'Känt tryckfel i tilläggskolumnen. Summan för året är rätt.',
    })
  }
  await writeExampleChapters(call, target)
  await call(chooseSignOffBodies, { ...target, bodyIds: [...bodies] })
  const first = bodies[0]
  if (first) {
    await call(signOff, {
      ...target,
      bodyId: first,
      decision: 'approved',
      decidedOn: '2026-11-19',
      reference: '§ 84',
      note: '',
    })
  }
  await call(publishVersion, {
    ...target,
    overrideReason: 'Förslaget visas öppet medan styrelsen behandlar det.',
    // The first start does not wait for them.
    files: 'later',
  })
  return book
}
