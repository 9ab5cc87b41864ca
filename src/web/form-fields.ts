/** Reads a form's fields: trimmed texts, days that may be left out, and numbers. */
export function formFields(form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return {
    field,
    /** A day under its name, or nothing when the field was left empty. */
    day: (name: string): Record<string, string> => (field(name) ? { [name]: field(name) } : {}),
    number: (name: string) => Number(field(name) || Number.NaN),
  }
}

/** A value under its name, or nothing when it is empty. */
export function given<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  return value ? ({ [name]: value } as Record<Name, string>) : {}
}
