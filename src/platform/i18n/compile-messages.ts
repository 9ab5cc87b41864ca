import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const messageFile = /\.(?:sv|en)\.json$|\/messages\/(?:sv|en)\.json$/
const parser = '@formatjs/icu-messageformat-parser'

/**
 * Texts with something to fill in are parsed when the pages are built, so that browsers load neither the parser nor
 * wait for it: it is a tenth of what the workbench may load.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'kansli-compiled-messages',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (source) =>
      source === parser ? fileURLToPath(import.meta.resolve(`${parser}/no-parser.js`)) : undefined,
    transform: (code, id) =>
      messageFile.test(id)
        ? { code: JSON.stringify(compileMessages(JSON.parse(code) as Record<string, string>)), map: null }
        : undefined,
  }
}

/** Each text that has anything to fill in as what it is parsed to; the others as they are. */
export function compileMessages(messages: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, /[{']/.test(text) ? parse(text) : text]),
  )
}
