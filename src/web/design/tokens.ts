import { contrast, readOklch } from './contrast.ts'

export type Theme = 'light' | 'dark'

/** The values of the tokens, by name without the dashes, in each theme. */
export type Tokens = Record<Theme, ReadonlyMap<string, string>>

/** Reads the tokens out of the style sheet that defines them. */
export function readTokens(sheet: string): Tokens {
  const light = declarations(sheet, ':root {')
  return { light, dark: new Map([...light, ...declarations(sheet, ":root[data-theme='dark'] {")]) }
}

function declarations(sheet: string, opening: string): Map<string, string> {
  const start = sheet.indexOf(opening)
  const body = start < 0 ? '' : sheet.slice(start + opening.length, sheet.indexOf('}', start))
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2]?.trim() ?? '']),
  )
}

/** The hues an organisation can choose among, as the style sheet lists them. */
export const accentHues: readonly number[] = Array.from({ length: 24 }, (_, index) => index * 15)

/**
 * What is written or drawn on what, and the contrast WCAG 2.2 AA asks for: 4.5 for text, 3 for lines and pictures
 * that say something.
 */
export const pairs: readonly { front: string; back: string; needs: 4.5 | 3 }[] = [
  ...['ink', 'ink-soft'].flatMap((front) =>
    ['ground', 'surface', 'surface-sunken'].map((back) => ({ front, back, needs: 4.5 as const })),
  ),
  ...['accent', 'accent-strong'].flatMap((front) =>
    ['ground', 'surface', 'accent-soft'].map((back) => ({ front, back, needs: 4.5 as const })),
  ),
  { front: 'on-accent', back: 'accent', needs: 4.5 },
  { front: 'on-accent', back: 'accent-strong', needs: 4.5 },
  { front: 'ink', back: 'accent-soft', needs: 4.5 },
  ...['good', 'warn', 'bad', 'info'].flatMap((tone) => [
    { front: tone, back: `${tone}-soft`, needs: 4.5 as const },
    { front: tone, back: 'surface', needs: 4.5 as const },
    { front: 'ink', back: `${tone}-soft`, needs: 4.5 as const },
  ]),
  ...['line-strong', 'focus', 'chart-own', 'chart-plus', 'chart-minus'].map((front) => ({
    front,
    back: 'surface',
    needs: 3 as const,
  })),
]

/** The lowest contrast that the pair has with any accent an organisation can choose. */
export function lowestContrast(tokens: Tokens, theme: Theme, pair: { front: string; back: string }): number {
  const values = tokens[theme]
  return Math.min(
    ...accentHues.map((hue) => {
      const front = readOklch(values.get(pair.front) ?? '', hue)
      const back = readOklch(values.get(pair.back) ?? '', hue)
      if (!front || !back) throw new Error(`No colour: ${pair.front} or ${pair.back}`)
      return contrast(front, back)
    }),
  )
}
