import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './file-store.ts'

/** A file store in a folder, spread over 256 sub-folders. A file is there whole or not at all. */
export function folderStore(folder: string): FileStore {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
      const partial = `${place(sha256)}.${randomUUID()}.partial`
      const file = await open(partial, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(partial, place(sha256))
      return sha256
    },
    async get(sha256) {
      try {
        return await readFile(place(sha256))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (sha256) => rm(place(sha256), { force: true }),
    async sweep(kept, before) {
      let removed = 0
      for (const part of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, part)).catch(() => [])) {
          if (!kept.has(name) && (await removeOld(join(folder, part, name), before))) removed += 1
        }
      }
      return removed
    },
    async *list() {
      for (const part of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, part)).catch(() => [])) {
          if (/^[0-9a-f]{64}$/.test(name)) yield name
        }
      }
    },
  }
}

/** Moved aside first, so that what is put in again at the same moment lands in its place and is not removed. */
async function removeOld(path: string, before: Date): Promise<boolean> {
  const aside = `${path}.${randomUUID()}.partial`
  try {
    if (!(await isOlder(path, before))) return false
    await rename(path, aside)
    const old = await isOlder(aside, before)
    await (old ? rm(aside) : rename(aside, path))
    return old
  } catch (error) {
    // Another server that keeps its files here removed it first.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function isOlder(path: string, than: Date): Promise<boolean> {
  return (await stat(path)).mtimeMs < than.getTime()
}
