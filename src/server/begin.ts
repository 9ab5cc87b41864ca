import { startEngine, type RunningEngine } from '#platform/database/engine/start-engine.ts'
import { createLog } from '#platform/logging/log.ts'
import { readSettings, type Settings } from '#platform/settings/settings.ts'
import { takeDataFolder, type TakenFolder } from './data-folder.ts'
import { listen, type Listening } from './listen.ts'

/** What a server has before it can do anything: its settings, its data, its port, and a database on its way. */
export type Begun = {
  settings: Settings
  folder: TakenFolder
  listening: Listening
  /** The embedded engine as it starts; null with a database server. */
  engine: Promise<RunningEngine> | null
}

/**
 * Takes the data folder and the port, and lets the embedded engine start. Loads next to nothing itself: the engine
 * takes about as long to start as the program takes to load, and they need not wait for each other.
 * @throws `OperatorProblem` when the person at the machine must do something first
 */
export async function begin(): Promise<Begun> {
  const settings = readSettings()
  const embedded = settings.databaseUrl === null
  const folder = takeDataFolder(settings.dataFolder, embedded)
  const listening = await listen(settings.port, settings.host)
  const engine = embedded ? startEngineFor(settings) : null
  return { settings: { ...settings, port: listening.port }, folder, listening, engine }
}

function startEngineFor({ dataFolder, logLevel }: Settings): Promise<RunningEngine> {
  const log = createLog(logLevel)
  const engine = startEngine(dataFolder, { onTrouble: (sentence) => log.warn(sentence) })
  // Whoever opens the database hears of a failure; until then nobody listens.
  engine.catch(() => undefined)
  return engine
}
