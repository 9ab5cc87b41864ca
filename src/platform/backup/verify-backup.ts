import { createHash, type Hash } from 'node:crypto'
import {
  fileName,
  manifestName,
  manifestSchema,
  partName,
  secretName,
  type BackupHeader,
  type BackupManifest,
} from './manifest.ts'
import { damaged, openBackup, parse } from './read-backup.ts'
import { digest } from './digest.ts'
import type { TarEntry } from './tar.ts'

/** A backup that was read from end to end and holds what it says it holds. */
export type VerifiedBackup = { header: BackupHeader; manifest: BackupManifest; sha256: string; rows: number }

/**
 * Reads a backup from end to end: the seal over the whole, the checksum of every part, and the number of rows of
 * every table.
 * @throws `BackupProblem` when anything does not fit
 */
export async function verifyBackup(
  path: string,
  onProgress?: (share: number) => void,
): Promise<VerifiedBackup> {
  const backup = await openBackup(path, onProgress)
  const found = new Findings()
  let manifest: BackupManifest | null = null
  for await (const entry of backup.entries) {
    if (manifest) throw damaged(path, 'something stands after its end')
    if (entry.name === manifestName) manifest = readManifest(path, entry)
    else found.add(entry)
  }
  if (!manifest) throw damaged(path, 'its list of contents is missing')
  const wrong = found.differenceFrom(backup.header, manifest)
  if (wrong) throw damaged(path, wrong)
  return {
    header: backup.header,
    manifest,
    sha256: backup.digest(),
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
  }
}

function readManifest(path: string, entry: TarEntry): BackupManifest {
  const manifest = manifestSchema.safeParse(parse(path, entry.bytes))
  if (!manifest.success) throw damaged(path, 'its list of contents cannot be read')
  return manifest.data
}

/** What was really in the archive, for comparison with what its list says. */
class Findings {
  readonly #parts = new Map<string, { bytes: number; sha256: string }>()
  readonly #tables = new Map<string, { rows: number; hash: Hash }>()

  add({ name, bytes }: TarEntry): void {
    this.#parts.set(name, { bytes: bytes.length, sha256: digest(bytes) })
    const [, table] = /^tables\/([^/]+)\/\d+\.copy$/.exec(name) ?? []
    if (!table) return
    const known = this.#tables.get(table) ?? { rows: 0, hash: createHash('sha256') }
    known.hash.update(bytes)
    known.rows += linesIn(bytes)
    this.#tables.set(table, known)
  }

  /** @returns what does not fit, in a few words, or null when everything does */
  differenceFrom(header: BackupHeader, manifest: BackupManifest): string | null {
    const expected = new Map<string, string>()
    for (const [place, table] of manifest.tables.entries()) {
      const name = `${table.schema}.${table.name}`
      const listed = header.tables[place]
      if (listed?.schema !== table.schema || listed.name !== table.name)
        return `the table ${name} is not listed`
      for (const [part, { name: written, sha256 }] of table.parts.entries()) {
        if (written !== partName(table, part + 1)) return `the parts of ${name} are in disorder`
        expected.set(written, sha256)
      }
      const { rows, hash } = this.#tables.get(name) ?? { rows: 0, hash: createHash('sha256') }
      if (rows !== table.rows) return `${name} has ${rows} rows, not ${table.rows}`
      if (hash.digest('hex') !== table.sha256) return `the rows of ${name} do not fit their checksum`
    }
    if (header.tables.length !== manifest.tables.length) return 'a table is missing'
    for (const hash of manifest.files) expected.set(fileName(hash), hash)
    if (manifest.secret.included) expected.set(secretName, manifest.secret.sha256)
    for (const [name, sha256] of expected) {
      if (this.#parts.get(name)?.sha256 !== sha256) return `${name} is missing or changed`
    }
    if (this.#parts.size !== expected.size) return 'it holds something that is not in its list'
    return null
  }
}

function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
