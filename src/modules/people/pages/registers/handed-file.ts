import { csvText } from '#platform/files/csv-text.ts'

/** The file that a form hands over: the one that was chosen, or the rows that were looked at before, as they were. */
export function handedFile(form: FormData): File {
  const rows = form.get('rows')
  if (typeof rows === 'string' && rows !== '') {
    return new File([rows], String(form.get('fileName') ?? '') || 'fil.csv', { type: 'text/csv' })
  }
  const chosen = form.get('file')
  if (chosen instanceof File && chosen.size > 0) return chosen
  const pasted = String(form.get('pasted') ?? '')
  return new File([pasted], 'fil.csv', { type: 'text/csv' })
}

/** Rows that were looked at, to stand in the form that reads them in. */
export function rowsText(cells: readonly (readonly string[])[]): string {
  // A mark before the first letter would be lost on the way through a form.
  return csvText(cells).slice(1)
}
