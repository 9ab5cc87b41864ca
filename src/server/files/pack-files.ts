import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packable = /\.(css|js|json|svg|txt|webmanifest)$/
/** Anything smaller fits in one packet of the network as it is. */
const smallest = 1024

const packings = [
  {
    ending: '.br',
    pack: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { ending: '.gz', pack: (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }) },
]

/**
 * Packs every file of text in a folder as small as it gets, once, into `.br` and `.gz` beside it: the server hands
 * them out as they are. Fonts and pictures are packed already.
 */
export async function packFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && packable.test(entry.name))
  await Promise.all(files.map((file) => packFile(join(file.parentPath, file.name))))
}

async function packFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < smallest) return
  for (const { ending, pack } of packings) {
    const packed = await pack(bytes)
    if (packed.length < bytes.length) await writeFile(`${path}${ending}`, packed)
  }
}
