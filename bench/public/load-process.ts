/**
 * A process of its own that loads a page: so many connections that are kept, each with one request at a time. Tells
 * how many requests were answered in each second.
 * Arguments: address, connections, seconds to warm up, seconds.
 */
import { Agent, get } from 'node:http'

const [address = '', connections, warmUp, seconds] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const started = performance.now() + Number(warmUp) * 1000
const ends = started + Number(seconds) * 1000
const perSecond = Array.from({ length: Number(seconds) }, () => 0)
const times: number[] = []

await Promise.all(Array.from({ length: Number(connections) }, askAgain))
agent.destroy()
process.send?.({ perSecond, times }, () => process.disconnect())

async function askAgain(): Promise<void> {
  while (performance.now() < ends) {
    const asked = performance.now()
    await ask()
    const answered = performance.now()
    if (asked < started || answered >= ends) continue
    perSecond[Math.floor((answered - started) / 1000)]! += 1
    times.push(answered - asked)
  }
}

/** One request, its answer read to the end. */
function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { agent, family: 4, headers: { 'accept-encoding': 'gzip' } }
    get(address, options, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} is answered with ${answer.statusCode}.`))
      answer.on('error', reject)
      answer.on('end', resolve)
      answer.resume()
    }).on('error', reject)
  })
}
