import { amount } from '../../rules/amount.ts'
import { printNumber } from '../../rules/reading/print-number.ts'
import { readPrintedNumber } from '../../rules/reading/printed-number.ts'

/** What a person wrote in a cell: an amount, a blank, or something that is neither. */
export type WrittenCell = { ok: true; amount: string | null } | { ok: false; text: string }

/** Reads what was typed or pasted, as Swedish printed numbers are written. Empty makes the cell blank. */
export function readCellText(text: string): WrittenCell {
  if (text.trim() === '') return { ok: true, amount: null }
  const read = readPrintedNumber(text)
  if (read.ok !== true) return { ok: false, text }
  return { ok: true, amount: read.value === null ? null : read.value.toFixed() }
}

/** The amount as it is shown, with at least the book's decimals; blank for null. */
export function showAmount(text: string | null, decimals: number): string {
  if (text === null) return ''
  const exact = amount(text)
  return printNumber(exact, Math.max(decimals, exact.decimalPlaces()))
}

/** The amount as it stands in the cell while it is being edited: no spaces, a comma. */
export function editText(text: string | null): string {
  return text === null ? '' : amount(text).toFixed().replace('.', ',').replace('-', '−')
}
