import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Book } from '../book.ts'
import { readBookFolder, type BookFile } from './folder.ts'

const folder = fileURLToPath(new URL('../../../../../examples/region-stockholm-2025/', import.meta.url))

/** The files of the example folder. */
export const exampleFiles: readonly BookFile[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}${name}`)) }))

/** The example as a book. */
export function exampleBook(): Book {
  return readBookFolder(exampleFiles).book
}
