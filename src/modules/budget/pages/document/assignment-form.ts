/** What the form about an assignment says, as `write-assignment` wants it. */
export function readAssignment(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const names = (name: string) => [
    ...form.getAll(name).map(String),
    ...text(`${name}More`)
      .split('\n')
      .map((line) => line.trim()),
  ]
  const dueYear = text('dueYear')
  return {
    expectedRevision: Number(text('revision')),
    chapter: text('chapter') || null,
    kind: text('kind'),
    theme: text('theme'),
    text: text('text').replaceAll('\r\n', '\n'),
    amounts: text('amounts'),
    dueYear: dueYear === '' ? null : Number(dueYear),
    condition: text('condition').replaceAll('\r\n', '\n'),
    // The first answers for it before the others, and numbers it; who is named twice answers once.
    responsible: named([text('firstOther') || text('first'), ...names('also')]),
    consulted: named(names('consulted')),
  }
}

function named(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '')
}
