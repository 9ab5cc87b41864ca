const minus = '\u2212'
const noBreakSpace = '\u00a0'

/**
 * An exact decimal text as Swedish accounts print it: `1 234,50`, `−64,0`. With at least so many decimals, and with
 * more when the figure has more: nothing is rounded.
 */
export function printExact(text: string, decimals: number): string {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, noBreakSpace)
  const shown = fraction.padEnd(decimals, '0')
  return `${text.startsWith('-') ? minus : ''}${grouped}${shown === '' ? '' : `,${shown}`}`
}

/** The same as a spreadsheet reads it: no spaces between thousands, a plain hyphen for minus. */
export function spreadsheetFigure(text: string, decimals: number): string {
  return printExact(text, decimals).replaceAll(noBreakSpace, '').replace(minus, '-')
}
