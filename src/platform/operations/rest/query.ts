/** An input as an address's question: `years: [2025]` → `years[0]=2025`. Fields without a value are left out. */
export function toQuery(input: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams()
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === null) return
    if (value instanceof Date) query.append(name, value.toISOString())
    else if (Array.isArray(value)) for (const [index, each] of value.entries()) add(`${name}[${index}]`, each)
    else if (typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) add(`${name}[${key}]`, each)
    } else query.append(name, String(value))
  }
  for (const [name, value] of Object.entries(input)) add(name, value)
  return query
}

/** An input with files as a form, in the same notation. */
export function toForm(input: Record<string, unknown>): FormData {
  const form = new FormData()
  const add = (name: string, value: unknown) => {
    if (value === undefined || value === null) return
    if (value instanceof File) form.append(name, value, value.name)
    else if (Array.isArray(value)) for (const [index, each] of value.entries()) add(`${name}[${index}]`, each)
    else if (typeof value === 'object' && !(value instanceof Blob)) {
      for (const [key, each] of Object.entries(value)) add(`${name}[${key}]`, each)
    } else form.append(name, String(value))
  }
  for (const [name, value] of Object.entries(input)) add(name, value)
  return form
}
