import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { OperatorProblem } from '../operator-problem.ts'
import { formatVersion, headerName, headerSchema, type BackupHeader } from './manifest.ts'
import { seal, sealLength } from './seal.ts'
import { readTar, type TarEntry } from './tar.ts'

/** A file that is not a whole backup, or not one that this version can read. */
export class BackupProblem extends OperatorProblem {}

/** A backup while it is read: what it says about itself, then its other entries. */
export type OpenBackup = {
  header: BackupHeader
  entries: AsyncGenerator<TarEntry>
  /** The SHA-256 of the whole file; known when the last entry has been read. */
  digest(): string
}

/**
 * Opens a backup. That it is whole is known only when its last entry has been read: the seal at its end is
 * compared then.
 * @param onProgress told how much of the file has been read, from 0 to 1
 * @throws {BackupProblem} when it is damaged, cut off, or made by a newer version; also while reading
 */
export async function openBackup(
  path: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<OpenBackup> {
  const { size, ending } = await endOf(path)
  if (size <= sealLength) throw damaged(path, 'it is too short')
  const sealed = createHash('sha256')
  const whole = createHash('sha256')
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  let read = 0
  pipeline(
    createReadStream(path, { end: size - sealLength - 1, highWaterMark: 256 * 1024 }),
    async function* tap(pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        sealed.update(piece)
        whole.update(piece)
        read += piece.length
        onProgress(read / size)
        yield piece
      }
    },
    gunzip,
    // An error comes out where the entries are read.
    () => undefined,
  )
  async function* checked(): AsyncGenerator<TarEntry> {
    try {
      yield* readTar(gunzip)
    } catch (error) {
      throw damaged(path, (error as Error).message)
    }
    if (!seal(sealed.digest()).equals(ending)) throw damaged(path, 'its seal does not fit')
    whole.update(ending)
  }
  const entries = checked()
  return {
    header: await firstEntry(path, entries),
    entries,
    digest: () => whole.copy().digest('hex'),
  }
}

/** @throws {BackupProblem} when the entries do not begin with a header, or with one from the future */
async function firstEntry(path: string, entries: AsyncGenerator<TarEntry>): Promise<BackupHeader> {
  const { value: first } = await entries.next()
  if (!first || first.name !== headerName) throw damaged(path, 'it is not a backup made by Kansli')
  const said = parse(path, first.bytes) as Partial<BackupHeader>
  if (said.format === 'kansli-backup' && Number(said.version) > formatVersion) {
    throw new BackupProblem(
      `${path} was made by a newer version of Kansli (${said.program}). Nothing was changed: restore it with that version.`,
    )
  }
  const header = headerSchema.safeParse(said)
  if (!header.success) throw damaged(path, 'its beginning cannot be read')
  return header.data
}

export function damaged(path: string, why: string): BackupProblem {
  return new BackupProblem(`${path} is damaged or not whole: ${why}. Nothing was changed.`)
}

/** @throws {BackupProblem} when it is not JSON */
export function parse(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw damaged(path, 'one of its lists cannot be read')
  }
}

async function endOf(path: string): Promise<{ size: number; ending: Buffer }> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupProblem(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`,
    )
  })
  try {
    const { size } = await file.stat()
    const ending = Buffer.alloc(Math.min(size, sealLength))
    await file.read(ending, 0, ending.length, size - ending.length)
    return { size, ending }
  } finally {
    await file.close()
  }
}
