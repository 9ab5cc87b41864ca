import { amount, type Amount } from '../amount.ts'
import type { AmountByYear, TaxSettings, TaxStep } from './version.ts'

/** 1 öre is 0.01 percentage points of the tax base: one ten-thousandth of it. */
const ONE_ÖRE = amount('0.0001')

/**
 * What a change of the tax rate brings in.
 * @param taxBase the tax base (skatteunderlag), in any unit of kronor
 * @param öre the change of the rate; 1 öre = 0.01 percentage points
 * @returns the same unit as the tax base, exact: base × öre × 0.0001
 */
export function taxInKronor(taxBase: Amount, öre: Amount): Amount {
  return taxBase.times(öre).times(ONE_ÖRE)
}

/**
 * The change of the tax rate, in öre, that brings in the given amount; null when the tax base is 0.
 * Not rounded, because a rate is decided in whole öre or hundredths by people, not by arithmetic.
 */
export function öreFor(kronor: Amount, taxBase: Amount): Amount | null {
  return taxBase.isZero() ? null : kronor.div(taxBase.times(ONE_ÖRE))
}

/**
 * A tax step's kronor by year. A year without öre, or without a tax base, stays blank: an unknown price is not 0.
 * Equal steps are priced equally, because every step meets the same tax base.
 */
export function kronorOf(step: TaxStep, settings: TaxSettings): AmountByYear {
  const kronor: Record<number, Amount> = {}
  for (const [year, öre] of Object.entries(step.öre)) {
    const base = settings.base[Number(year)]
    if (base !== undefined) kronor[Number(year)] = taxInKronor(base, öre)
  }
  return kronor
}
