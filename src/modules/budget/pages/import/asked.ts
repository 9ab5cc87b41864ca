/** Form fields and address parts that hold an answer to a question about a file are called `answer:<question>`. */
export const answerPrefix = 'answer:'

/** The answers among the fields of a form or the parameters of an address, by question. */
export function answersIn(values: Iterable<[string, FormDataEntryValue]>): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [name, value] of values) {
    if (name.startsWith(answerPrefix) && typeof value === 'string')
      answers[name.slice(answerPrefix.length)] = value
  }
  return answers
}

/** The files that an address of the preview names. */
export function fileIdsIn(params: Readonly<Record<string, string | undefined>>): string[] {
  return (params['fileIds'] ?? '').split(',')
}
