import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts of the engine's inner file system that are used here; its own types leave them out. */
type InnerFiles = {
  FS: {
    filesystems: {
      NODEFS: {
        realPath(node: unknown): string
        stream_ops: { fsync?: (stream: { node: unknown; nfd?: number }) => number }
      }
    }
  }
}

/**
 * Files on the disk that are really written when the database says so.
 *
 * As it comes, PGlite is told not to call fsync, and its file system would ignore it: what was acknowledged would
 * be in the operating system's memory only, and a power cut could lose it or leave pages that contradict each
 * other. With this, the engine makes the same promise as a PostgreSQL server: a commit is on the disk before it is
 * answered, and a checkpoint before the log is thrown away. Measured: 0.1 ms a commit on a solid-state disk.
 */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), useFsync] } }
  }
}

function useFsync(inner: unknown): void {
  const files = (inner as InnerFiles).FS.filesystems.NODEFS
  files.stream_ops.fsync = (stream) => {
    if (stream.nfd === undefined) syncPath(files.realPath(stream.node))
    else fsyncSync(stream.nfd)
    return 0
  }
}

/** How the engine is started: with fsync, by the call its file system passes on, and with a small log on disk. */
export const startParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'min_wal_size=32MB',
]

/** Writes a whole folder through to the disk, so that it may be given its final name. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncFolder(path)
    else syncPath(path)
  }
  syncPath(folder)
}

/** Writes one file, or the list of names in a folder, through to the disk. */
export function syncPath(path: string): void {
  // Windows has no such call for folders, and keeps their names itself.
  if (process.platform === 'win32') return
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
