import { createBody } from '#modules/organisation/index.ts'
import type { FixtureMaker, FixtureSource } from '#platform/operations/fixtures.ts'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import { acceptFinding } from '../operations/accept-finding.ts'
import { applyImport } from '../operations/apply-import.ts'
import { branchVersion } from '../operations/branch-version.ts'
import { createBook } from '../operations/create-book.ts'
import { addAdjustment } from '../operations/add-adjustment.ts'
import { getBook } from '../operations/get-book.ts'
import { getTable, listTables } from '../operations/get-tables.ts'
import { setAmounts } from '../operations/set-amounts.ts'
import { setTaxStep } from '../operations/set-tax-step.ts'
import { publishVersion } from '../operations/publish-version.ts'
import { chooseSignOffBodies } from '../operations/sign-off.ts'
import { writeAssignment } from '../operations/write-assignment.ts'
import { writeChapter } from '../operations/write-chapter.ts'

/** The ids that the operations' examples are made of. */
export type BudgetFixtures = {
  bookId: string
  baseVersionId: string
  ownVersionId: string
  scenarioId: string
  publicBoardId: string
  adjustmentId: string
  fileId: string
  acceptanceId: string
  taxStepId: string
  assignmentId: string
  chapterId: string
  bodyId: string
  publicationId: string
  publicationSlug: string
  unitId: string
  year: number
  tableKey: string
  rowKey: string
  /** A cell of our compiled budget. */
  compiledCell: { table: string; row: string; column: string }
}

declare module '#platform/operations/fixtures.ts' {
  interface Fixtures {
    budget: BudgetFixtures
  }
}

const documentedId = (number: number) => `0192a3b4-0003-7000-8000-${String(number).padStart(12, '0')}`

export const budgetFixtures: FixtureSource<{ budget: BudgetFixtures }> = {
  documented: {
    budget: {
      bookId: documentedId(1),
      baseVersionId: documentedId(2),
      ownVersionId: documentedId(3),
      scenarioId: documentedId(13),
      publicBoardId: documentedId(4),
      adjustmentId: documentedId(5),
      fileId: documentedId(6),
      acceptanceId: documentedId(7),
      taxStepId: documentedId(8),
      assignmentId: documentedId(9),
      chapterId: documentedId(10),
      bodyId: documentedId(11),
      publicationId: documentedId(14),
      publicationSlug: 'provregionen-2027',
      unitId: documentedId(12),
      year: 2027,
      tableKey: 'anslag',
      rowKey: 'kulturnamnden',
      compiledCell: { table: 'anslag', row: 'kulturnamnden', column: 'budget-2027' },
    },
  },
  async make(maker) {
    return { budget: await makeBudget(maker) }
  },
}

async function makeBudget({ call, unitId, marker, colleague }: FixtureMaker): Promise<BudgetFixtures> {
  const year = 2027
  const { bookId, baseVersionId, ownVersionId } = await call(createBook, {
    unitId,
    title: `Budget ${marker}`,
    jurisdiction: `Provregionen ${marker}`,
    budgetYear: year,
    planYears: [year + 1, year + 2],
    baseName: `Basen ${marker}`,
    ownName: `Vårt ${marker}`,
  })
  const csv = [
    `Anslag ${marker};Budget ${year};Plan ${year + 1};Plan ${year + 2}`,
    `Vårdnämnden ${marker};100,0;102,0;104,0`,
    `Kulturnämnden ${marker};20,0;21,0;22,0`,
    'Summa anslag;120,0;123,0;126,0',
  ].join('\n')
  // An uploaded file can be read by nobody but who uploaded it.
  const file = new File([csv], `anslag ${marker}.csv`, { type: 'text/csv' })
  const { fileId } = await call(uploadFile, { file }, colleague)
  await call(applyImport, { bookId, versionId: baseVersionId, fileIds: [fileId], despiteProblems: true })
  const { tables } = await call(listTables, { bookId, versionId: baseVersionId })
  const tableKey = tables.find((table) => table.printed)?.key ?? ''
  const { rows, columns } = await call(getTable, { bookId, versionId: baseVersionId, table: tableKey })
  const rowKey = rows[0]?.key ?? ''
  const compiledCell = { table: tableKey, row: rowKey, column: columns[0]?.key ?? '' }
  const { publicBoards } = await call(getBook, { book: bookId })
  const publicBoardId = publicBoards[0]?.id ?? ''
  const versionId = ownVersionId
  const { adjustmentId } = await call(addAdjustment, {
    bookId,
    versionId,
    publicBoardId,
    kind: 'reform',
    label: `Satsning ${marker}`,
  })
  await call(setAmounts, {
    bookId,
    versionId,
    cells: [{ adjustmentId, year, amount: '5', expectedRevision: 0 }],
  })
  const { taxStepId } = await call(setTaxStep, {
    bookId,
    versionId,
    expectedRevision: 0,
    label: `Skattesteg ${marker}`,
    ore: { [year]: '5' },
  })
  const { chapterId } = await call(writeChapter, {
    bookId,
    versionId,
    expectedRevision: 0,
    number: '1',
    title: `Kapitel ${marker}`,
    publicBoardId,
    text: `Text ${marker}`,
  })
  const { assignmentId } = await call(writeAssignment, {
    bookId,
    versionId,
    expectedRevision: 0,
    chapter: '1',
    kind: 'utreda',
    text: `Uppdrag ${marker}`,
    amounts: '',
    dueYear: year,
    condition: '',
    responsible: [`Vårdnämnden ${marker}`],
    consulted: [],
  })
  const { acceptanceId } = await call(acceptFinding, {
    bookId,
    versionId,
    findingId: `finding ${marker}`,
    fingerprint: 'fingerprint',
    note: `Anteckning ${marker}`,
  })
  const { bodyId } = await call(createBody, {
    unitId,
    kind: 'board',
    name: `Budgetstyrelsen ${marker}`,
    validFrom: '2020-01-01',
  })
  await call(chooseSignOffBodies, { bookId, versionId, bodyIds: [bodyId] })
  const { publicationId, slug: publicationSlug } = await call(publishVersion, {
    bookId,
    versionId,
    overrideReason: `Prov ${marker}`,
    files: 'later',
  })
  const { versionId: scenarioId } = await call(branchVersion, {
    bookId,
    versionId,
    name: `Scenario ${marker}`,
  })
  return {
    bookId,
    baseVersionId,
    ownVersionId,
    scenarioId,
    publicBoardId,
    adjustmentId,
    fileId,
    acceptanceId,
    taxStepId,
    assignmentId,
    chapterId,
    bodyId,
    publicationId,
    publicationSlug,
    unitId,
    year,
    tableKey,
    rowKey,
    compiledCell,
  }
}
