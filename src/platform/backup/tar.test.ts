import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTar, tarEnd, tarEntry, TarProblem, type TarEntry } from './tar.ts'

const then = new Date('2026-11-22T01:02:03Z')

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const archive = (entries: TarEntry[]) =>
  Buffer.concat([...entries.map((entry) => tarEntry(entry, then)), tarEnd])

async function read(bytes: Buffer): Promise<void> {
  for await (const _ of readTar(inPieces(bytes, 100))) continue
}

describe('an archive', () => {
  it('gives back what was put in, however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: fc.stringMatching(/^[a-z]{1,20}(\/[a-z]{1,20})?$/),
            bytes: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
          }),
          { maxLength: 5 },
        ),
        fc.integer({ min: 1, max: 3000 }),
        async (entries, size) => {
          const found: TarEntry[] = []
          for await (const entry of readTar(inPieces(archive(entries), size))) found.push(entry)
          expect(found).toEqual(entries)
        },
      ),
    )
  })

  it('can be opened with the tar of the machine', () => {
    const bytes = archive([
      { name: 'a/b.txt', bytes: Buffer.from('åäö') },
      { name: 'empty', bytes: Buffer.alloc(0) },
    ])
    const listed = execFileSync('tar', ['-tvf', '-', '--utc'], { input: bytes, encoding: 'utf8' })
    expect(
      listed
        .trim()
        .split('\n')
        .map((line) => line.replaceAll(/\s+/g, ' ')),
    ).toEqual([
      expect.stringMatching(/^-rw------- \S+ 6 2026-11-22 01:02 a\/b\.txt$/),
      expect.stringMatching(/^-rw------- \S+ 0 2026-11-22 01:02 empty$/),
    ])
  })

  it('is refused when it is cut off or changed', async () => {
    const whole = archive([{ name: 'a', bytes: Buffer.alloc(700, 1) }])
    for (const length of [0, 511, 600, whole.length - 513, whole.length - 1]) {
      await expect(read(whole.subarray(0, length))).rejects.toThrow(TarProblem)
    }
    const changed = Buffer.from(whole)
    changed[3] = 65
    await expect(read(changed)).rejects.toThrow(TarProblem)
    await expect(read(Buffer.concat([whole, tarEnd]))).rejects.toThrow(TarProblem)
  })
})
