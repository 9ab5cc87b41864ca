import type { Rule } from './rule.ts'
import { boardSum, ownResult, repeatedColumn, total } from './rules/adjustments.ts'
import {
  appropriationComplete,
  appropriationCostPart,
  appropriationSummary,
  appropriationUnit,
} from './rules/appropriations.ts'
import { appropriationTotal } from './rules/appropriation-total.ts'
import { assignedBodies } from './rules/assigned-bodies.ts'
import { balances, equityRatio, equityRollForward } from './rules/balance-sheet.ts'
import {
  currentAssets,
  currentLiabilities,
  debt,
  financialAssets,
  fixedAssets,
  investments,
  nonCashItems,
  ownLiquidity,
} from './rules/bridges.ts'
import { coFinancing, financingBalances } from './rules/financing-budget.ts'
import { balanceInquiry, deficitRestored, incomeCoversCosts } from './rules/budget-law.ts'
import { cashInBalanceSheet, closingCash, nextOpening, openingInBalanceSheet } from './rules/cash-flow.ts'
import { changeColumn, changeFromPreviousYear, changePlaceholder } from './rules/changes.ts'
import { previousBudget, previousBudgetColumn } from './rules/earlier-budget.ts'
import { chapterBoardSum, chapterComplete, chapterItem } from './rules/chapters.ts'
import { ofWhichPart, ofWhichSum } from './rules/of-which.ts'
import { columnsAlike, duplicateRow } from './rules/plausibility/duplicates.ts'
import { thousandFactor, tooLarge } from './rules/plausibility/magnitude.ts'
import { missingYear } from './rules/plausibility/missing-year.ts'
import { costSign, negative } from './rules/plausibility/signs.ts'
import { repeatedStatement, sameResult, taxInIncomeStatement } from './rules/same-figure.ts'
import { anchored, linear, ticketRevenue } from './rules/sensitivity.ts'
import {
  appropriationSums,
  balanceSheetSums,
  cashFlowSums,
  financingBudgetSums,
  incomeStatementSums,
  otherSums,
  resultRequirementSums,
  sensitivitySums,
  taxRevenueSums,
  unitResultSums,
} from './rules/table-sums.ts'
import { equalSteps, taxBase } from './rules/tax-steps.ts'
import { assignmentAmount, promisedMoney } from './rules/text-assignments.ts'
import { passageAmount } from './rules/text-passages.ts'
import { unitRequirement } from './rules/unit-results.ts'

/** Every rule of the budget check, in the order of a budget: adjustments, frames, statements, law, words. */
export const catalogue: readonly Rule[] = [
  boardSum,
  total,
  ownResult,
  repeatedColumn,
  equalSteps,
  taxBase,
  chapterItem,
  chapterBoardSum,
  chapterComplete,
  appropriationSummary,
  appropriationComplete,
  appropriationTotal,
  appropriationSums,
  appropriationUnit,
  appropriationCostPart,
  resultRequirementSums,
  unitRequirement,
  unitResultSums,
  ofWhichSum,
  ofWhichPart,
  incomeStatementSums,
  sameResult,
  repeatedStatement,
  taxRevenueSums,
  taxInIncomeStatement,
  previousBudget,
  previousBudgetColumn,
  changeColumn,
  changePlaceholder,
  changeFromPreviousYear,
  sensitivitySums,
  linear,
  anchored,
  ticketRevenue,
  balanceSheetSums,
  balances,
  equityRollForward,
  equityRatio,
  cashFlowSums,
  closingCash,
  nextOpening,
  cashInBalanceSheet,
  openingInBalanceSheet,
  nonCashItems,
  fixedAssets,
  debt,
  currentLiabilities,
  currentAssets,
  financialAssets,
  financingBudgetSums,
  financingBalances,
  investments,
  ownLiquidity,
  coFinancing,
  otherSums,
  incomeCoversCosts,
  deficitRestored,
  balanceInquiry,
  assignedBodies,
  assignmentAmount,
  promisedMoney,
  passageAmount,
  duplicateRow,
  columnsAlike,
  missingYear,
  negative,
  costSign,
  thousandFactor,
  tooLarge,
]
