/**
 * The words references are written with: Swedish first, as a political secretary writes, and English beside. Both are
 * always understood; å, ä and ö may be left out.
 */
export const referenceNames = {
  amount: ['belopp', 'amount'],
  base: ['bas', 'base'],
  change: ['ändring', 'change'],
  sum: ['summa', 'sum'],
  result: ['resultat', 'result'],
  baseResult: ['basresultat', 'base-result'],
  requirement: ['krav', 'requirement'],
  tax: ['skatt', 'tax'],
  taxStep: ['öre', 'tax-step'],
  figure: ['siffra', 'figure'],
  assignment: ['uppdrag', 'assignment'],
  table: ['tabell', 'table'],
  adjustments: ['ändringar', 'adjustments'],
  assignments: ['uppdragen', 'assignments'],
} as const satisfies Record<string, readonly [string, string]>

export type ReferenceName = keyof typeof referenceNames

/** What a reference can say about itself. */
export const attributeNames = {
  row: ['rad', 'row', 'adjustment'],
  year: ['år', 'year'],
  board: ['nämnd', 'board'],
  chapter: ['kapitel', 'chapter'],
  statement: ['räkning', 'statement'],
  table: ['tabell', 'table'],
  unitOf: ['enhet', 'unit'],
  column: ['kolumn', 'column'],
  assignment: ['uppdrag', 'assignment'],
  show: ['visa', 'show'],
  in: ['i', 'in'],
  decimals: ['decimaler', 'decimals'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type AttributeName = keyof typeof attributeNames

/** The statements a table can be of. */
export const statementNames = {
  incomeStatement: ['resultaträkning', 'incomeStatement'],
  balanceSheet: ['balansräkning', 'balanceSheet'],
  cashFlow: ['kassaflöde', 'cashFlow'],
  taxRevenue: ['skatter', 'taxRevenue'],
  appropriations: ['anslag', 'appropriations'],
  resultRequirements: ['resultatkrav', 'resultRequirements'],
  sensitivityAnalysis: ['känslighet', 'sensitivityAnalysis'],
  financingBudget: ['finansiering', 'financingBudget'],
} as const satisfies Record<string, readonly [string, string]>

export type StatementName = keyof typeof statementNames

/** How a figure is shown: as it is, without its unit, with a plus when it is more, or without its sign. */
export const showNames = {
  number: ['tal', 'number'],
  signed: ['tecken', 'signed'],
  absolute: ['utan-tecken', 'absolute'],
} as const satisfies Record<string, readonly [string, string]>

/** A year, or all of them: each for itself, or added up. */
export const yearWords = {
  every: ['alla', 'every'],
  together: ['totalt', 'together'],
} as const satisfies Record<string, readonly [string, string]>

/** Finds what a word stands for, however it is written: `År`, `ar` and `year` are one. */
export function meaningOf<Name extends string>(
  words: Readonly<Record<Name, readonly string[]>>,
  written: string,
): Name | null {
  const plain = withoutMarks(written)
  for (const [name, alternatives] of Object.entries<readonly string[]>(words))
    if (alternatives.some((each) => withoutMarks(each) === plain)) return name as Name
  return null
}

/** The Swedish word for a name. */
export function wordFor<Name extends string>(
  words: Readonly<Record<Name, readonly [string, ...string[]]>>,
  name: Name,
): string {
  return words[name][0]
}

function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
}
