import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import type { BookFile } from '#modules/budget/rules/reading/folder.ts'
import { usualLimits } from '#modules/budget/rules/reading/limits.ts'
import { CannotBeDone } from '../command.ts'
import { checkCommandTexts } from './messages/check-command.ts'
import type { Terminal } from '../terminal.ts'

const readable = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.xls', '.json', '.md'])

/**
 * The files at these paths: a folder's own files (not those of folders in it), or the files named.
 * @returns the folder's name too, which may say whose budget it is
 * @throws {CannotBeDone} for a path that does not exist, and for a file too large to be read, before it is read
 */
export async function filesAt(
  paths: readonly string[],
  terminal: Terminal,
): Promise<{ files: BookFile[]; folder: string | null }> {
  const t = checkCommandTexts.in(terminal.language)
  const files: BookFile[] = []
  let folder: string | null = null
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found) throw new CannotBeDone(t('noSuchPath', { path }))
    if (!found.isDirectory()) {
      files.push(await fileAt(path, basename(path), found.size, terminal))
      continue
    }
    folder ??= basename(resolve(path))
    const names = (await readdir(path)).filter((name) => readable.has(extname(name).toLowerCase())).sort()
    for (const name of names) {
      const inside = await stat(join(path, name))
      if (inside.isFile()) files.push(await fileAt(join(path, name), name, inside.size, terminal))
    }
  }
  if (files.length === 0) throw new CannotBeDone(t('emptyFolder', { path: paths.join(', ') }))
  return { files, folder }
}

async function fileAt(path: string, name: string, size: number, terminal: Terminal): Promise<BookFile> {
  if (size > usualLimits.fileBytes) {
    throw new CannotBeDone(
      checkCommandTexts.in(terminal.language)('tooLarge', {
        path,
        size: Math.round(size / 1e6),
        limit: Math.round(usualLimits.fileBytes / 1e6),
      }),
    )
  }
  return { name, bytes: await readFile(path) }
}
