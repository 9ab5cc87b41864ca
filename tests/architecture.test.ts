/** What holds the house together, kept by a test so that nobody has to remember it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { modules } from '#modules/modules.ts'
import { moduleOrder } from '#platform/database/migrate.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { projectRoot } from '#platform/root.ts'
import { codeOf, filesIn, sourcesIn } from './support/sources.ts'

const sources = sourcesIn('src')
const isTest = (path: string) => /\.(test|fixture)\.tsx?$|\/testing\/|\/test-[^/]+\.ts$/.test(path)
const productive = sources.filter(({ path }) => !isTest(path))
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null

/** Every import that a rule forbids, as `who → what`. */
function forbidden(rule: (from: string, to: string) => boolean): string[] {
  return productive.flatMap(({ path, imports }) =>
    imports.filter((target) => rule(path, target)).map((target) => `${path} → ${target}`),
  )
}

describe('doors', () => {
  it('nothing reaches past a module’s index.ts, but the web to its pages and the command line to its rules', () => {
    const past = forbidden((from, to) => {
      const module = moduleOf(to)
      if (!module || moduleOf(from) === module || to === `src/modules/${module}/index.ts`) return false
      const inside = to.slice(`src/modules/${module}/`.length)
      if (from.startsWith('src/web/') && inside.startsWith('pages/')) return false
      // A rule is used alone, on a file, without anything else of its module.
      return !(from.startsWith('src/cli/') && /^(rules|messages)\//.test(inside))
    })
    expect(past).toEqual([])
  })

  it('a module knows only those before it', () => {
    const order: readonly string[] = moduleOrder
    expect(
      forbidden((from, to) => {
        const [own, other] = [moduleOf(from), moduleOf(to)]
        return own !== null && other !== null && order.indexOf(other) > order.indexOf(own)
      }),
    ).toEqual([])
  })

  it('the platform knows no module, no page and no program', () => {
    expect(
      forbidden(
        (from, to) =>
          from.startsWith('src/platform/') &&
          /^src\/(modules|web|server|cli)\/|^src\/application\.ts$/.test(to),
      ),
    ).toEqual([])
  })

  it('only operations and what they call touch the database', () => {
    const asks = /^(kysely|pg|src\/platform\/database\/database\.ts)$/
    const may =
      /^src\/(platform|cli|application\.ts|server)|^src\/modules\/[^/]+\/(operations|store|demo|[^/]+\.ts$)/
    expect(forbidden((from, to) => asks.test(to) && !may.test(from))).toEqual([])
  })
})

describe('rules', () => {
  const rules = productive.filter(({ path }) => /^src\/modules\/[^/]+\/rules\//.test(path))
  /** Packages that compute and do nothing else. */
  const pure =
    /^(decimal\.js|zod|csv-parse\/sync|exceljs|iconv-lite|fast-xml-parser|personnummer|libphonenumber-js\/max|node:(zlib|util))$/

  it('import nothing that knows a database, a clock, a file or a language', () => {
    const impure = rules.flatMap(({ path, imports }) =>
      imports
        .filter((to) => {
          const ownRules = to.startsWith(`src/modules/${moduleOf(path)}/rules/`)
          // Keys of texts are types; who a person is and which roles there are is known to the rules of trust.
          const known = /\/messages\/[\w-]+\.sv\.json$|^src\/platform\/access\/(roles|actor)\.ts$/.test(to)
          return !ownRules && !known && !pure.test(to)
        })
        .map((to) => `${path} → ${to}`),
    )
    expect(impure).toEqual([])
  })

  it('ask nothing of the machine', () => {
    const machine =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.|\bprocess\.|\bfetch\(|\bperformance\./
    expect(rules.filter(({ text }) => machine.test(codeOf(text))).map(({ path }) => path)).toEqual([])
  })
})

describe('files', () => {
  it('are short', () => {
    const all = [
      ...sources,
      ...sourcesIn('tests'),
      ...(existsSync(join(projectRoot, 'bench')) ? sourcesIn('bench') : []),
      ...filesIn('bootstrap', /\.mjs$/).map((path) => ({
        path,
        text: readFileSync(join(projectRoot, path), 'utf8'),
      })),
    ]
    const long = all
      .filter(({ path }) => path !== 'src/platform/database/tables.ts')
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('write no style into the page, which the browser is told not to accept', () => {
    const styled = productive.filter(({ path, text }) => path.endsWith('.tsx') && /\sstyle=/.test(text))
    expect(styled.map(({ path }) => path)).toEqual([])
  })
})

const read = (path: string) =>
  JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Record<string, string>

describe('texts', () => {
  const swedish = filesIn('src', /\.sv\.json$/)

  it('stand in both languages', () => {
    const english = filesIn('src', /\.en\.json$/)
    expect(english).toEqual(swedish.map((path) => path.replace('.sv.json', '.en.json')))
    expect(swedish.length).toBeGreaterThan(10)
  })

  it.each(swedish)('%s says the same in English: the same keys, with the same blanks to fill in', (path) => {
    const [sv, en] = [read(path), read(path.replace('.sv.json', '.en.json'))]
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort())
    const empty = [...Object.entries(sv), ...Object.entries(en)].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
    const different = Object.keys(sv).filter((key) => blanksIn(sv[key]!) !== blanksIn(en[key]!))
    expect(different.map((key) => `${key}: ${blanksIn(sv[key]!)} / ${blanksIn(en[key]!)}`)).toEqual([])
  })
})

/** The names of what is filled in, in alphabetical order. */
function blanksIn(text: string): string {
  const names = new Set<string>()
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      // 0 is plain text, 7 the number in a plural, 8 a tag.
      if (element.type !== 0 && element.type !== 7) names.add((element as { value: string }).value)
      const { options, children } = element as {
        options?: Record<string, { value: MessageFormatElement[] }>
        children?: MessageFormatElement[]
      }
      for (const option of Object.values(options ?? {})) visit(option.value)
      visit(children ?? [])
    }
  }
  visit(parse(text))
  return [...names].sort().join(', ')
}

describe('operations', () => {
  const registry = createRegistry(modules)

  it('are called by a verb and a noun', () => {
    /** What can be done here. A new verb is added when none of these says it. */
    const verbs =
      /^(accept|add|adopt|answer|apply|appoint|approve|archive|assign|branch|cancel|change|check|choose|close|compare|confirm|continue|correct|count|create|dismiss|end|erase|explain|export|find|freeze|get|give|grant|insert|invite|join|leave|lend|list|make|merge|move|open|preview|protect|publish|read|record|refuse|remove|rename|render|reopen|reorder|resend|reveal|revoke|run|search|set|share|sign|split|tag|undo|unmerge|unprotect|untag|update|upload|withdraw|write)-[a-z0-9]+(-[a-z0-9]+)*$/
    expect(registry.all.map(({ operation }) => operation.name).filter((name) => !verbs.test(name))).toEqual(
      [],
    )
  })

  it('have addresses in plain words, with parts that their input knows', () => {
    const wrong = registry.all.filter(({ operation }) => {
      const shape = (operation.input as { shape?: Record<string, unknown> }).shape ?? {}
      const parts = [...operation.route.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!)
      const plain = /^(GET|POST|PUT|PATCH|DELETE)( |\/[a-z0-9.-]+|\/\{[a-zA-Z]+\})+$/
      return !plain.test(operation.route) || parts.some((part) => !(part in shape))
    })
    expect(wrong.map(({ operation }) => `${operation.name}: ${operation.route}`)).toEqual([])
  })

  it('say in words what went wrong: every key that a problem names has a text', () => {
    const missing = modules.flatMap((module) => {
      const folder =
        module.name in { access: 1, audit: 1, files: 1 }
          ? `src/platform/${module.name}/`
          : `src/modules/${module.name}/`
      const inModule = productive.filter(({ path }) => path.startsWith(folder) && !path.includes('/pages/'))
      return inModule.flatMap(({ path, text }) =>
        [...text.matchAll(/new Problem\([^)]*?\bdetail: '([^']+)'/g)]
          .map(([, key]) => key!)
          .filter((key) => sentence(module.texts, 'sv', key) === null)
          .map((key) => `${path}: ${key}`),
      )
    })
    expect(missing).toEqual([])
  })
})
