/**
 * Rows as a CSV file that a spreadsheet opens as it is: semicolons, as Swedish spreadsheets expect, and a mark that
 * says it is UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe in front: what somebody
 * wrote in a field must never be carried out on somebody else's machine (OWASP, CSV injection). Figures stay figures.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\u{feff}${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

/** The text as it stands in the file: with an apostrophe in front when a spreadsheet would take it for a formula. */
export function harmless(text: string): string {
  // Some read the wide signs of East Asian fonts as the narrow ones.
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

function csvCell(value: string | number | null): string {
  const safe = harmless(value === null ? '' : String(value))
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
