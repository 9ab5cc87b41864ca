import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { LanguageProvider } from '../language.tsx'
import { DesignPage } from './design-page.tsx'
import { readTokens } from './tokens.ts'

const tokens = readTokens(readFileSync(join(projectRoot, 'src/web/ui/tokens.css'), 'utf8'))

const render = (language: 'sv' | 'en') =>
  renderToStaticMarkup(
    <LanguageProvider language={language}>
      <DesignPage tokens={tokens} />
    </LanguageProvider>,
  )

/** What every file of the kit exports with a capital letter. */
async function components(): Promise<string[]> {
  const files = readdirSync(join(projectRoot, 'src/web/ui')).filter((name) => name.endsWith('.tsx'))
  const modules = await Promise.all(
    files.map((name) => import(`../ui/${name.replace('.tsx', '')}.tsx`) as Promise<Record<string, unknown>>),
  )
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name))
    .map(([name]) => name)
}

describe('the page of parts', () => {
  it('shows every component of the kit, and nothing that is not in it', async () => {
    const shown = [...render('sv').matchAll(/<section id="(\w+)"[^>]*aria-labelledby="\1-name"/g)]
    const names = shown.map((match) => match[1])
    expect(names.length).toBeGreaterThan(20)
    expect(names.toSorted()).toEqual((await components()).toSorted())
  })

  it('gives every place in it an address of its own', () => {
    const ids = [...render('sv').matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('speaks both languages', () => {
    expect(render('sv')).toContain('Fylla i')
    expect(render('en')).toContain('Fill in')
    expect(render('en')).not.toMatch(/[>"](state|group|status|pair)\.\w+[<"]/)
  })
})
