/**
 * Runs one step of the start; if it takes more than a second the terminal says what is going on, then how long it
 * took.
 */
export async function step<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  let announced = false
  const timer = setTimeout(() => {
    announced = true
    process.stderr.write(`${label} …\n`)
  }, 1000)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    if (announced) {
      process.stderr.write(`${label}: ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
    }
  }
}
