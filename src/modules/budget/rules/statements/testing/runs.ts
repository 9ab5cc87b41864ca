/**
 * How many cases a property is tried on: few by default, so that the tests stay quick; as many as
 * `KANSLI_PROPERTY_RUNS` says in a full run.
 */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env['KANSLI_PROPERTY_RUNS'] ?? usual) }
}
