import type { CheckContext } from '../context.ts'
import type { Series } from '../rule.ts'
import {
  about,
  amountKey,
  findingsIn,
  ruleKey,
  type Case,
  type CaseIndex,
  type Clue,
  type Finding,
} from './clue.ts'
import { copiedColumn, mixedColumns, shiftedColumn } from './columns.ts'
import { mirrored } from './mirrored.ts'
import { missingRow } from './missing-row.ts'
import { plain, sameAmountElsewhere, sameDifference } from './plain.ts'
import { signSlip, transposedDigits, unitSlip } from './slips.ts'
import { cellsPrinting, strayCell } from './stray-cell.ts'
import { figureItself, findSuspects, isOwn, wishesOf } from './suspect.ts'

type Explainer = (one: Case, finding: Finding) => Clue | null

/** What several columns or rows show together comes first, then what one figure shows, then that nothing shows. */
const explainers: readonly Explainer[] = [
  mirrored,
  missingRow,
  shiftedColumn,
  mixedColumns,
  strayCell,
  signSlip,
  unitSlip,
  transposedDigits,
  copiedColumn,
  sameAmountElsewhere,
  sameDifference,
  plain,
]

/** Where the figure itself is suspected: how it may have become wrong. */
const ofItself: readonly Explainer[] = [
  missingRow,
  shiftedColumn,
  mixedColumns,
  strayCell,
  signSlip,
  unitSlip,
  transposedDigits,
  copiedColumn,
  figureItself,
]

/** Where one of the figures it is computed from is suspected. */
const ofAnother: readonly Explainer[] = [signSlip, unitSlip, transposedDigits, figureItself]

/**
 * Gives every finding that has no explanation of its own the most specific one its arithmetic shows.
 * @returns what each explained finding is about, by its check's id
 */
export function explainFindings(
  context: CheckContext,
  all: readonly Series[],
): Map<string, readonly string[]> {
  const cases = casesOf(context, all)
  const tied = new Map<string, readonly string[]>()
  for (const one of cases) {
    for (const finding of one.findings) {
      const clue = finding.check.explanation ? null : firstClue(one, finding)
      if (clue) finding.check.explanation = clue.sentence
      const suspect = one.others.suspects.get(finding)
      const words = suspect ? [about.cell(suspect.row, suspect.column)] : []
      tied.set(finding.check.id, [...words, ...(clue?.about ?? [])])
    }
  }
  return tied
}

function casesOf(context: CheckContext, all: readonly Series[]): Case[] {
  const found: { series: Series; findings: Finding[] }[] = []
  for (const series of all) {
    if (!series.judged.some(({ check }) => check.outcome === 'finding')) continue
    const findings = findingsIn(series)
    if (findings.length > 0) found.push({ series, findings })
  }
  const findings = found.flatMap((each) => each.findings)
  const wishes = wishesOf(findings)
  const others: CaseIndex = {
    byRule: new Map(),
    byAmount: new Map(),
    cells: cellsPrinting(
      context,
      findings.map(({ difference }) => difference),
    ),
    wishes,
    suspects: findSuspects(wishes, all),
  }
  const cases = found.map((each): Case => ({ context, ...each, others, seen: new Map() }))
  for (const one of cases) {
    for (const finding of one.findings) put(others.byAmount, amountKey(finding), finding)
    const [first] = one.findings
    if (first) put(others.byRule, ruleKey(first), one)
  }
  return cases
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function firstClue(one: Case, finding: Finding): Clue | null {
  const suspect = one.others.suspects.get(finding)
  const asked = !suspect ? explainers : isOwn(suspect, finding) ? ofItself : ofAnother
  for (const explain of asked) {
    const clue = explain(one, finding)
    if (clue) return clue
  }
  return null
}
