// Plain JavaScript for Node 18 and later: this folder runs before the project has its own Node.

/**
 * Runs one step; if it takes more than a second the terminal says what is going on, then how long it took.
 * @template T
 * @param {string} label what is being done, as it will be printed
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = Date.now()
  let announced = false
  const timer = setTimeout(() => {
    announced = true
    process.stderr.write(`${label} …\n`)
  }, 1000)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    if (announced) process.stderr.write(`${label}: ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  }
}

/** Ends the program with a sentence instead of a stack. */
export class Stop extends Error {}
