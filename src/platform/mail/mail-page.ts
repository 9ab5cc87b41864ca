const characters: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A simple page made of a mail's text: paragraphs, line breaks, and addresses that can be pressed. */
export function mailPage(text: string, language: 'sv' | 'en' = 'sv'): string {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(withLinks).join('<br>\n')}</p>`)
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"></head>` +
    `<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:40em;margin:0 auto;padding:16px">\n` +
    `${paragraphs.join('\n')}\n</body></html>\n`
  )
}

function withLinks(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, place) =>
      place % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part),
    )
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => characters[character]!)
}
