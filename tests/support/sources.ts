import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

/** A source file, by its path from the root with `/`, and what it imports as paths from the root or package names. */
export type Source = { path: string; text: string; imports: string[] }

/** Every TypeScript file in a folder of the checkout. */
export function sourcesIn(folder: string): Source[] {
  return filesIn(folder, /\.tsx?$/).map((path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8')
    return { path, text, imports: importsOf(path, text) }
  })
}

/** Every file in a folder of the checkout whose name fits, by its path from the root. */
export function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort()
}

function importsOf(path: string, text: string): string[] {
  const said = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ]
  return said.map(([, name]) => fromRoot(path, name!))
}

function fromRoot(path: string, name: string): string {
  if (name.startsWith('#')) return `src/${name.slice(1)}`
  if (!name.startsWith('.')) return name
  return join(dirname(path), name).split(sep).join('/')
}

/** The text without comments and without what stands between quotation marks. */
export function codeOf(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
}
