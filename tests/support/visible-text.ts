import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { filesIn } from './sources.ts'

type Texts = Record<string, string>

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Texts

/** Every message key that no sentence could contain by chance: those of more than one word, joined by a point. */
const keys: ReadonlySet<string> = new Set(
  filesIn('src', /\.sv\.json$|\/sv\.json$/)
    .flatMap((path) => Object.keys(read(path)))
    .filter((key) => key.includes('.')),
)

/**
 * What a reader must never see, in the text of a page outside code: a message's key or its place for a value, and
 * what a program calls nothing.
 */
export async function leaksIn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { parentElement: parent, textContent: text } = walker.currentNode
      if (text?.trim() && !parent?.closest('code, pre, script, style')) found.push(text.trim())
    }
    return found
  })
  return texts.filter(
    (text) =>
      /\b(undefined|NaN)\b|\[object |\{[a-zA-Z]+[,}]/.test(text) ||
      text.split(/[\s"”:,()]+/).some((word) => keys.has(word.replace(/\.$/, ''))),
  )
}
