import type { SummaryWords } from '../summary.ts'

/** The words of a compiled summary, as tests and benchmarks print it. */
export function wordsFor(years: readonly number[]): SummaryWords {
  return {
    title: 'Sammanställning av justeringar',
    baseProposal: 'Grundförslag',
    sum: 'Summa',
    total: 'Summa anslag',
    baseResult: 'Grundförslagets resultat',
    ownResult: 'Vårt resultat',
    addition: `Tillägg ${years[0] ?? ''}`,
    otherChapter: 'Övriga justeringar',
    years: years.map((year, at) => `${at === 0 ? 'Budget' : 'Plan'} ${year}`),
  }
}
