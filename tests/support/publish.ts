/** Another process of the same installation, which says one thing: `node publish.ts <database address> <topic> <kind>`. */
import { Pool } from 'pg'
import { realtimeOverServer } from '../../src/platform/realtime/over-server.ts'

const [databaseUrl, topic, kind] = process.argv.slice(2)
const pool = new Pool({ connectionString: databaseUrl })
const realtime = await realtimeOverServer(databaseUrl!, pool, { warn: () => undefined })
const heard = new Promise<void>((resolve) => void realtime.listen(topic!, () => resolve()))
realtime.publish(topic!, { kind: kind!, facts: { from: 'another process' } })
await heard
await realtime.close()
await pool.end()
