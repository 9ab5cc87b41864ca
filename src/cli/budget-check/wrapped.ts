/** A sentence in lines of at most `width` characters, each beginning with `indent`; a longer word stands alone. */
export function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  // A no-break space keeps a figure together.
  for (const word of text.split(/[ \n\t]+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((each) => `${indent}${each}\n`).join('')
}
