import { constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, startParameters, syncFolder, syncPath } from './durable-files.ts'

/** The engine's own session, spoken to in PostgreSQL's protocol. One thing at a time: see `Turns`. */
export type EmbeddedDatabase = {
  /** Runs what a client sent, up to where it waits for an answer. @returns everything that was answered */
  execute(message: Buffer): Promise<Buffer>
  /** Is a transaction open (or failed and not yet rolled back)? */
  inTransaction(): boolean
  /** Runs a statement of the engine's own, for its housekeeping. Not while a client is inside a transaction. */
  own<Row>(sql: string): Promise<Row[]>
  /**
   * Copies the whole database, as it is now, into a folder that another engine can be started on. The caller keeps
   * everybody else waiting meanwhile.
   */
  snapshot(dataFolder: string): Promise<void>
  close(): Promise<void>
}

const folderName = 'database'

/**
 * Opens the database in this data folder, or makes a new one. A new one gets its name when it is whole: a process
 * that is killed meanwhile leaves nothing behind that looks like a database.
 * @throws with PostgreSQL's own words when it cannot be opened
 */
export async function openEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = join(dataFolder, folderName)
  if (!existsSync(folder) || readdirSync(folder).length === 0) await makeDatabase(dataFolder, folder)
  const database = await open(folder)
  return {
    async execute(message) {
      const answers: Buffer[] = []
      await database.execProtocolRawStream(message, {
        syncToFs: false,
        onRawData: (bytes) => void answers.push(Buffer.from(bytes)),
      })
      return Buffer.concat(answers)
    },
    inTransaction: () => database.isInTransaction(),
    own: async <Row>(sql: string) => (await database.query<Row>(sql)).rows,
    async snapshot(target) {
      await database.exec('checkpoint')
      mkdirSync(target, { recursive: true, mode: 0o700 })
      // Copied by reference where the file system can, else byte by byte.
      await cp(folder, join(target, folderName), { recursive: true, mode: constants.COPYFILE_FICLONE })
    },
    close: () => database.close(),
  }
}

async function makeDatabase(dataFolder: string, folder: string): Promise<void> {
  const unfinished = join(dataFolder, `${folderName}.new`)
  rmSync(unfinished, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const database = await open(unfinished)
  await database.close()
  syncFolder(unfinished)
  renameSync(unfinished, folder)
  syncPath(dataFolder)
}

async function open(folder: string): Promise<PGlite> {
  const said: string[] = []
  let opened = false
  try {
    const database = await PGlite.create({
      fs: new DurableFiles(folder),
      startParams: startParameters,
      // Afterwards it repeats every failed statement here, with its values: those are nobody's business.
      onStderr: (line) => {
        if (!opened) said.push(line)
        return false
      },
    })
    opened = true
    return database
  } catch (error) {
    throw new Error([`The database in ${folder} cannot be opened.`, ...said].join('\n'), { cause: error })
  }
}
