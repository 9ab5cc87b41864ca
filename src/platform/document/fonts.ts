import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What the document asks for, best first; the last ones come with the compiler and know most alphabets. */
export const fontNames = {
  text: ['Source Sans 3', 'Noto Emoji', 'DejaVu Sans Mono', 'Libertinus Serif'],
  title: ['Source Serif 4', 'Source Sans 3', 'Noto Emoji', 'DejaVu Sans Mono', 'Libertinus Serif'],
}

const cuts = {
  'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold'],
  'source-serif-4': ['400Regular', '600SemiBold'],
  'noto-emoji': ['400Regular'],
} as const

/** The folders the compiler reads the document's fonts from: only the cuts that are used. */
export function fontFolders(): string[] {
  const require = createRequire(import.meta.url)
  return Object.entries(cuts).flatMap(([family, names]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return names.map((name) => join(folder, name))
  })
}
