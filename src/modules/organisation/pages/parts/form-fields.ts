/** Reads a form's fields: trimmed texts, and days that may be left out. */
export function formFields(form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return {
    field,
    /** A day under its name, or nothing when the field was left empty. */
    day: (name: string): Record<string, string> => (field(name) ? { [name]: field(name) } : {}),
  }
}
