import { HyperFormula, type RawCellContent } from 'hyperformula'

/** Builds a workbook and calculates all of it. */
export function openWorkbook(sheets: Record<string, RawCellContent[][]>): HyperFormula {
  return HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', maxRows: 1_000_000 })
}

/**
 * Calculates every formula of a workbook that is built already: the formulas are neither read again nor put in order
 * again. The engine does so inside itself only; called here so that it is seen at its very best.
 */
export function recalculate(engine: HyperFormula): void {
  const evaluator = Reflect.get(engine, '_evaluator') as { run(): void }
  evaluator.run()
}
