import type { BenchOffice } from './bench-office.ts'
import type { Measurement } from './measurement.ts'

/** What a measure may use. */
export type Bench = {
  /** The running server with the demo loaded, started when it is first asked for and shared by the measures. */
  office(): Promise<BenchOffice>
  /** Says what is going on: one line. */
  progress(line: string): void
}

export type Measured = {
  measurements: Measurement[]
  /** What is needed to read the figures: how many formulas, which page. Whole sentences. */
  notes: string[]
}

/** One subject that can be measured alone: `npm run bench -- check`. */
export type Measure = {
  name: string
  title: string
  run(bench: Bench): Promise<Measured>
}
