import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../src/platform/root.ts'
import { sourcesIn } from './support/sources.ts'

type Lock = {
  packages: Record<
    string,
    {
      integrity?: string
      inBundle?: boolean
      optional?: boolean
      hasInstallScript?: boolean
      dependencies?: Record<string, string>
      optionalDependencies?: Record<string, string>
    }
  >
}

const locks = ['package-lock.json', 'bootstrap/package-lock.json']
const text = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const packagesOf = (file: string) => Object.entries((JSON.parse(text(file)) as Lock).packages)

describe.each(locks)('%s', (file) => {
  it('names no registry: whatever one the machine uses will do', () => {
    expect(text(file)).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/)
  })

  it('has every package that another one asks for, also those for other machines: npm ci refuses it otherwise', () => {
    const packages = packagesOf(file)
    const names = new Set(packages.map(([path]) => path))
    const has = (from: string, name: string) => {
      for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
        if (names.has(`${at ? `${at}/` : ''}node_modules/${name}`)) return true
        if (at === '' || !at.includes('node_modules')) return false
      }
    }
    const missing = packages.flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !has(path, name))
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('pins what is installed by checksum; only a build for another machine may lack one', () => {
    const loose = packagesOf(file).filter(
      ([path, entry]) => path && !entry.integrity && !entry.inBundle && !entry.optional,
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  it('asks nothing to be run when it is installed', () => {
    expect(packagesOf(file).filter(([, entry]) => entry.hasInstallScript)).toEqual([])
  })
})

it('installs by name whatever the code imports by name, not what another package happens to bring', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  const installed = new Set(Object.keys({ ...dependencies, ...devDependencies }))
  const missing = ['src', 'tests', 'bench'].flatMap(sourcesIn).flatMap(({ path, imports }) =>
    imports
      .filter((name) => !/^(node:|virtual:|\.|src\/|tests\/|bench\/)/.test(name))
      .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0])
      .filter((name) => !installed.has(name) && !installed.has(`@types/${name}`))
      .map((name) => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})
