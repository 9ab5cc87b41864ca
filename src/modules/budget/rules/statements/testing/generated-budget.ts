import type { Book } from '../../book.ts'
import { BUDGET_YEAR, type BudgetShape } from './budget-figures.ts'
import { appropriations, requirements, units } from './generated-bodies.ts'
import { generateFigures } from './generated-figures.ts'
import {
  balanceSheet,
  cashFlow,
  financingBudget,
  incomeStatement,
  sensitivity,
  taxTable,
} from './generated-statements.ts'

/**
 * A whole generated budget as it would be printed: every statement of a region or municipality, each figure rounded by
 * itself, from exact figures that agree.
 */
export function generateBudget(shape: BudgetShape): Book {
  const figures = generateFigures(shape, BUDGET_YEAR)
  const planYears = Array.from({ length: shape.planYears }, (_, at) => BUDGET_YEAR + 1 + at)
  return {
    jurisdiction: shape.municipality ? 'Exempelkommun' : 'Region Exempel',
    budgetYear: BUDGET_YEAR,
    planYears,
    unit: 'mnkr',
    decimals: shape.decimals,
    tables: [
      incomeStatement(shape, figures),
      taxTable(shape, figures),
      appropriations(shape, figures),
      requirements(shape, figures),
      ...units(shape, figures),
      sensitivity(shape, figures),
      balanceSheet(shape, figures),
      cashFlow(shape, figures),
      financingBudget(shape, figures),
    ],
    assignments: [],
    texts: [],
  }
}
