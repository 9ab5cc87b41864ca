import {
  attributeNames,
  referenceNames,
  wordFor,
  type AttributeName,
  type ReferenceName,
} from './vocabulary.ts'

/** What a reference says about itself, in the order it is written. */
export type WrittenAttributes = Partial<Record<AttributeName, string>>

/**
 * Writes a reference as it stands in a chapter's text, with the Swedish words: `:belopp[Tågvärdar]{rad=3f2a9c81 år=2025}`.
 * @param label words for those who read the text in the editor; nothing depends on them
 */
export function figureText(name: ReferenceName, label: string, attributes: WrittenAttributes): string {
  return `:${body(name, label, attributes)}`
}

/** The same for a reference on a line of its own: `::tabell[Kulturnämnden]{nämnd=kulturnamnden}`. */
export function tableText(name: ReferenceName, label: string, attributes: WrittenAttributes): string {
  return `::${body(name, label, attributes)}`
}

function body(name: ReferenceName, label: string, attributes: WrittenAttributes): string {
  const written = (Object.entries(attributes) as [AttributeName, string][]).map(
    ([attribute, value]) => `${wordFor(attributeNames, attribute)}=${valueText(value)}`,
  )
  const words = label === '' ? '' : `[${labelText(label)}]`
  return `${wordFor(referenceNames, name)}${words}{${written.join(' ')}}`
}

/** Brackets and what Markdown would read as something else are taken out: the words only help who writes. */
function labelText(label: string): string {
  return label
    .replaceAll(/[[\]{}\\`*_<>&:]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

function valueText(value: string): string {
  return /^[\p{Letter}\p{Number}._-]+$/u.test(value) ? value : `"${value.replaceAll('"', '&quot;')}"`
}
