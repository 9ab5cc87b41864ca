import type { Book } from '../book.ts'
import { bookFromJson, faultsOf, frameSchema } from './book-json.ts'
import { baseName, readCsv } from './csv.ts'
import { fileKindOf } from './file-kind.ts'
import { compileInSteps, frameOfReadme, type BookFile, type ReadBook } from './folder.ts'
import { jurisdictionIn, type Frame } from './frame.ts'
import { breathe, usualLimits, type Limits, type Progress } from './limits.ts'
import { message, type Message } from './message.ts'
import { readPasted } from './pasted.ts'
import { placeOf, type RawTable } from './raw-table.ts'
import type { ReadingProblem } from './recognition.ts'
import { finishGently } from './steps.ts'
import { decodeText } from './text-encoding.ts'
import { readWorkbook, type ReadTables } from './workbook.ts'

export type ReadingOptions = Progress & {
  /** What is known beforehand; wins over what the files say. */
  frame?: Frame
  /** The folder's name, which may name the jurisdiction: `region-stockholm-2025`. */
  folder?: string
  /** Answers to the questions of an earlier reading of the same files, by question id. */
  answers?: Readonly<Record<string, string>>
  limits?: Partial<Limits>
}

/**
 * Reads a file or a folder to a book: XLSX, CSV, pasted text in a `.txt`, Kansli's own JSON, a `book.json` that
 * says whose book it is, a README. Never throws for what is in the files: what cannot be read is a problem with
 * its place. Rejects only when the signal is aborted.
 */
export async function readBook(files: readonly BookFile[], options: ReadingOptions = {}): Promise<ReadBook> {
  const limits = { ...usualLimits, ...options.limits }
  const whole = files.map((file) => wholeBookIn(file, limits)).find((each) => each !== null)
  if (whole) return whole
  const tables: RawTable[] = []
  const problems: ReadingProblem[] = []
  let frame: Frame = {}
  for (const [at, file] of files.entries()) {
    await breathe(options)
    const inFile = part(options, (readingShare * at) / files.length, (readingShare * (at + 1)) / files.length)
    const read = await readFile(file, limits, inFile)
    tables.push(...read.tables)
    problems.push(...read.problems)
    frame = { ...frame, ...read.frame }
    inFile.onProgress?.(1, 1)
  }
  const fromFolder = [options.folder ?? '', ...files.map(({ name }) => baseName(name))]
    .map(jurisdictionInName)
    .find((each) => each !== undefined)
  const said: Frame = { jurisdiction: fromFolder, ...frameOfReadme(files), ...frame, ...options.frame }
  const inRecognition = part(options, readingShare, 1)
  // Every row is gone through twice: for its figures, then for what it means.
  const total = tables.reduce((all, { rows }) => all + rows.length * 2, 0)
  let done = 0
  const steps = compileInSteps(tables, problems, said, options.answers ?? {})
  const result = await finishGently(steps, options, (rows) => {
    done = Math.min(done + rows, total)
    inRecognition.onProgress?.(done, total)
  })
  const guessed =
    said.jurisdiction !== undefined && said.jurisdiction === fromFolder
      ? [message('reading.inferred.jurisdiction', { jurisdiction: fromFolder })]
      : []
  inRecognition.onProgress?.(1, 1)
  return { ...result, inferred: [...guessed, ...result.inferred] }
}

/** Reading the files is told as this share of the whole; the rest is recognising what is in them. */
const readingShare = 0.4
const toldTotal = 1000

/** A part of the whole progress: `done` of `total` in it is told as a place between two shares of the whole. */
function part({ signal, onProgress }: Progress, from: number, to: number): Progress {
  if (onProgress === undefined) return { signal }
  return {
    signal,
    onProgress: (done, total) =>
      onProgress(
        Math.round(toldTotal * (from + (to - from) * (total === 0 ? 1 : Math.min(1, done / total)))),
        toldTotal,
      ),
  }
}

type ReadFile = ReadTables & { frame?: Frame }

async function readFile(file: BookFile, limits: Limits, progress: Progress): Promise<ReadFile> {
  const { name, bytes } = file
  if (isReadme(name)) return { tables: [], problems: [] }
  if (bytes.length > limits.fileBytes) {
    return refused(
      name,
      message('reading.file.tooBig', {
        megabytes: megabytes(bytes.length),
        limit: megabytes(limits.fileBytes),
      }),
    )
  }
  switch (fileKindOf(bytes)) {
    case 'empty':
      return refused(name, message('reading.file.empty'))
    case 'zip':
      return readWorkbook(name, bytes, limits, progress)
    case 'protected':
      return refused(name, message('reading.file.protected'))
    case 'oldExcel':
      return refused(name, message('reading.file.oldExcel'))
    case 'pdf':
      return refused(name, message('reading.file.pdf'))
    case 'picture':
      return refused(name, message('reading.file.picture'))
    case 'otherBinary':
      return refused(name, message('reading.file.unknown'))
    case 'json':
      return readFrame(name, bytes)
    case 'text':
      return /\.txt$/iu.test(name) ? readText(name, bytes, limits) : readCsv(name, bytes, limits)
  }
}

function isReadme(name: string): boolean {
  return /\.(?:md|markdown)$/iu.test(name)
}

function refused(file: string, said: Message): ReadFile {
  return {
    tables: [],
    problems: [{ severity: 'error', place: placeOf({ file, sheet: null }, null, null), message: said }],
  }
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1e6))
}

function readText(name: string, bytes: Uint8Array, limits: Limits): ReadFile {
  const { table, problems } = readPasted(decodeText(bytes).text, baseName(name), limits)
  return {
    tables: [{ ...table, file: name }],
    problems: problems.map((problem) => ({ ...problem, place: { ...problem.place, file: name } })),
  }
}

function readFrame(name: string, bytes: Uint8Array): ReadFile {
  let data: unknown
  try {
    data = JSON.parse(decodeText(bytes).text)
  } catch (error) {
    return refused(
      name,
      message('reading.json.broken', { detail: error instanceof Error ? error.message : '' }),
    )
  }
  const parsed = frameSchema.safeParse(data)
  if (parsed.success) {
    const { format: _, ...frame } = parsed.data
    return { tables: [], problems: [], frame }
  }
  const place = placeOf({ file: name, sheet: null }, null, null)
  return {
    tables: [],
    problems: faultsOf(parsed.error).map((said) => ({ severity: 'error', place, message: said })),
  }
}

/** A file in Kansli's own format is the whole book; other files beside it are not mixed in. */
function wholeBookIn({ name, bytes }: BookFile, limits: Limits): ReadBook | null {
  if (bytes.length > limits.fileBytes || fileKindOf(bytes) !== 'json') return null
  const { text } = decodeText(bytes)
  if (!/"tables"\s*:/u.test(text)) return null
  const read = bookFromJson(text)
  const nothing: Book = {
    jurisdiction: '',
    budgetYear: 0,
    planYears: [],
    unit: 'other',
    decimals: 0,
    tables: [],
    assignments: [],
    texts: [],
  }
  if (read.ok) return { book: read.book, recognitions: [], questions: [], problems: [], inferred: [] }
  const place = placeOf({ file: name, sheet: null }, null, null)
  return {
    book: nothing,
    recognitions: [],
    questions: [],
    inferred: [],
    problems: read.problems.map((said) => ({ severity: 'error', place, message: said })),
  }
}

/** `region-stockholm-2025` → `Region Stockholm`; undefined when the name says no region or municipality. */
function jurisdictionInName(folder: string): string | undefined {
  const words = folder
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !/^(?:budget|förslag|plan|mål|flerårsplan)\w*$/iu.test(word))
  const small = new Set(['kommun', 'stad'])
  return jurisdictionIn(
    words
      .map((word) =>
        small.has(word.toLowerCase()) ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1),
      )
      .join(' '),
  )
}
