import { amount } from '../../rules/amount.ts'
import { printNumber } from '../../rules/reading/print-number.ts'

/** An exact amount as it is printed in Sweden. `signed` puts a plus before what is above 0, for differences. */
export function printAmount(text: string, decimals: number, signed = false): string {
  const value = amount(text)
  const printed = printNumber(value, decimals)
  return signed && value.gt(0) ? `+${printed}` : printed
}

/** An amount in running text or a cell; nothing for a blank. */
export function Amount({
  value,
  decimals,
  signed,
}: {
  value: string | null
  decimals: number
  signed?: boolean
}) {
  if (value === null) return null
  return <span className="amount">{printAmount(value, decimals, signed)}</span>
}
