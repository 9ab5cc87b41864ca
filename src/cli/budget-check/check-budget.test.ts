import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectRoot } from '../../platform/root.ts'
import { runIn } from '../test-terminal.ts'
import { columnName } from './problems.ts'
import { wrapped } from './wrapped.ts'

const example = join(projectRoot, 'examples/region-stockholm-2025')
const check = (...args: string[]) => runIn({}, ['budget', 'check', ...args])
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-check-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** A frame that agrees, and what may be wrong with one: where it is said, and what. */
const sound =
  'Anslag, mkr;Budget 2025;Plan 2026\nTrafiknämnden;10,0;11,0\nKulturnämnden;5,0;5,0\nSumma;15,0;16,0\n'
const mistakes: [string, string, string, string][] = [
  [
    'text in a number cell',
    sound.replace('5,0;5,0', 'fem;5,0'),
    'rad 3, kolumn B',
    'Läste ”fem” där ett tal väntades',
  ],
  ['a year left out', sound.replace('Plan 2026', 'Plan 2027'), 'rad 1', 'År 2026 saknas'],
  [
    'two columns alike',
    sound.replace('Plan 2026', 'Budget 2025'),
    'rad 1, kolumn C',
    'heter båda ”Budget 2025”',
  ],
  [
    'a row twice',
    sound.replace('Summa', 'Kulturnämnden;5,0;5,0\nSumma'),
    'rad 4',
    'står två gånger med samma tal',
  ],
  [
    'a negative where none can be',
    sound.replace('5,0;5,0', '-5,0;5,0'),
    'rad 3, kolumn B',
    'kan inte vara negativ',
  ],
]

/** The lines of a text as a sheet, cell by cell. */
async function workbook(name: string, text: string): Promise<Uint8Array> {
  const file = new exceljs.Workbook()
  const sheet = file.addWorksheet(name)
  for (const line of text.trimEnd().split('\n')) sheet.addRow(line.split(';'))
  return new Uint8Array(await file.xlsx.writeBuffer())
}

const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/u)
  .nullable()
const findingShape = z.object({
  rule: z.string().regex(/^\w+\.\w+$/u),
  class: z.enum(['identity', 'bridge', 'completeness', 'plausibility', 'text']),
  severity: z.enum(['error', 'warning']),
  where: z.object({ table: z.string().min(1), row: z.string().nullable(), column: z.string().nullable() }),
  sourceLines: z.array(z.int().positive()).min(1),
  printed: decimal,
  computed: decimal,
  difference: decimal,
  explanation: z.string().regex(/[.?]$/u),
})

describe('kansli budget check', () => {
  it('tells people what was found, cause by cause', async () => {
    const { code, out, error } = await check(example)
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^Region Stockholm 2025–2027\n[\d\u{a0}]+ kontroller: .* \(\d+ orsaker\)\.\n/u)
    expect(out).toContain('Regionstyrelsen, Summa V · Tillägg 2025')
    expect(out).toMatch(
      /Tryckt 2\u{a0}059,0 {3}Uträknat 22,0 {3}Skillnad \+2\u{a0}037,0 {3}adjustments\.csv rad/u,
    )
    expect(out).toContain('Mittenkoalitionens resultat')
    expect(out.split('\n').filter((line) => line.startsWith('FEL  ')).length).toBeGreaterThan(3)
  })

  it('shows every figure when asked to', async () => {
    expect((await check(example)).out).toContain('med samma orsak (--all visar alla)')
    expect((await check(example, '--all')).out).not.toContain('--all visar alla')
  })

  it('tells other programs the same, with exact amounts', async () => {
    const { code, out } = await check(example, '--format', 'json')
    const report = JSON.parse(out)
    expect(code).toBe(0)
    expect(Object.keys(report.summary)).toEqual(['checks', 'holds', 'rounding', 'findings'])
    expect(report.summary.checks).toBe(
      report.summary.holds + report.summary.rounding + report.summary.findings,
    )
    expect(report.findings).toHaveLength(report.summary.findings)
    const stray = report.findings.find((finding: { difference: string }) => finding.difference === '2037')
    expect(stray).toMatchObject({
      rule: 'adjustments.boardSum',
      class: 'identity',
      severity: 'error',
      where: { table: 'adjustments', row: expect.any(String), column: expect.any(String) },
      sourceLines: expect.arrayContaining([405]),
      printed: '2059',
      computed: '22',
      explanation: expect.stringContaining('Mittenkoalitionens resultat'),
    })
    expect(report.problems).toEqual([])
  })

  it('gives every finding in one shape, what is needed first', async () => {
    const report = JSON.parse((await check(example, '--format', 'json')).out)
    expect(Object.keys(report)).toEqual(['summary', 'findings', 'book', 'problems'])
    expect(report.findings.length).toBeGreaterThan(60)
    for (const finding of report.findings) {
      expect(Object.keys(finding).slice(0, 9)).toEqual([
        'rule',
        'class',
        'severity',
        'where',
        'sourceLines',
        'printed',
        'computed',
        'difference',
        'explanation',
      ])
      expect(Object.keys(finding.where).slice(0, 3)).toEqual(['table', 'row', 'column'])
      expect(findingShape.safeParse(finding).error?.issues ?? []).toEqual([])
    }
  })

  it('finds in a workbook what is wrong in it, by its lines', async () => {
    const { out } = await check(
      write('book.xlsx', await workbook('Resultatkrav', sound.replace('Summa;15,0', 'Summa;17,0'))),
      '--format',
      'json',
    )
    expect(JSON.parse(out).findings).toMatchObject([
      { rule: 'appropriations.sums', sourceLines: [4, 2, 3], printed: '17', computed: '15', difference: '2' },
    ])
  })

  it('speaks the language asked for', async () => {
    const { out } = await runIn({}, ['budget', 'check', example, '--language', 'en'], { language: 'en' })
    expect(out).toMatch(/1,\d{3} checks: .* hold, .* are rounding/)
  })

  it('ends with code 1 for what it found only when asked to', async () => {
    expect((await check(example, '--fail-on', 'error')).code).toBe(1)
    expect((await check(example, '--fail-on', 'warning')).code).toBe(1)
    const good = write('good.csv', 'Nämnd;Budget 2025\nTrafik;10,0\nKultur;5,0\nSumma;15,0\n')
    expect(await check(good, '--fail-on', 'warning')).toMatchObject({ code: 0, error: '' })
  })

  it.each([
    ['nothing to check', [], 2, 'Säg vilken mapp eller fil'],
    ['an option that does not exist', ['--colour', 'x'], 2, 'har ingen inställning som heter --colour'],
    ['a format that does not exist', [example, '--format', 'xml'], 2, '--format ska vara text, json'],
    [
      'a severity that does not exist',
      [example, '--fail-on', 'x'],
      2,
      '--fail-on ska vara error eller warning',
    ],
    ['a path that does not exist', ['none'], 1, 'Det finns ingen mapp eller fil som heter none.'],
  ])('answers %s with a sentence', async (_, args, code, said) => {
    const ran = await check(...args)
    expect([ran.code, ran.out, ran.error]).toEqual([code, '', expect.stringContaining(said)])
  })

  it('says where a file cannot be read, and ends with code 1', async () => {
    const broken = await check(write('broken.xlsx', 'PK\u{3}\u{4} not a workbook'))
    expect([broken.code, broken.out]).toEqual([1, ''])
    expect(broken.error).toMatch(/^Fel: broken\.xlsx: /)
    const inJson = await check(join(folder, 'broken.xlsx'), '--format', 'json')
    expect(inJson.code).toBe(1)
    expect(JSON.parse(inJson.out).problems[0]).toMatchObject({ severity: 'error', file: 'broken.xlsx' })
  })

  it('says in which row and column a figure cannot be read', async () => {
    const ran = await check(
      write(
        'text.csv',
        'Nämnd;Budget 2025;Plan 2026\nTrafik;10,0;11,0\nKultur;femton;5,0\nSumma;15,0;16,0\n',
      ),
    )
    expect(ran.error).toMatch(/text\.csv, rad 3, kolumn B: /)
  })

  it.each(mistakes)(
    'answers %s in a file and in a workbook, by row and column',
    async (_, text, row, said) => {
      const files = [write('fel.csv', text), write('fel.xlsx', await workbook('Blad1', text))]
      for (const file of files) {
        const { error } = await check(file)
        expect(error).toContain(said)
        expect(error).toMatch(new RegExp(`${row}: `, 'u'))
      }
      const inJson = JSON.parse((await check(files[0]!, '--format', 'json', '--language', 'en')).out)
      expect(inJson.problems.every(({ message }: { message: string }) => /[.?]$/u.test(message))).toBe(true)
    },
  )

  it.each<[string, string, string | Uint8Array, string]>([
    ['a picture called a workbook', 'bild.xlsx', Buffer.from('89504e47', 'hex'), 'är en bild'],
    ['a PDF', 'budget.pdf.csv', '%PDF-1.7\n', 'är en PDF'],
    ['an empty file', 'tom.csv', '', 'Filen är tom'],
    ['a text without figures', 'prosa.txt', 'Det här är ingen tabell.\n', 'ingen rad med rubriker'],
    ['a JSON that breaks off', 'bok.json', '{"tables": [', 'JSON-filen går inte att läsa'],
    ['a quote that is never closed', 'citat.csv', 'Nämnd;Budget 2025\n"Trafik;1\n', 'stängs aldrig'],
  ])('answers %s with code 1 and a sentence', async (_, name, text, said) => {
    const { code, error } = await check(write(name, text))
    expect([code, error]).toEqual([1, expect.stringContaining(said)])
    expect(error).not.toMatch(/\bat .*\.ts|Error:|undefined/u)
  })

  it('refuses a file too large before it reads it, and a folder with nothing in it', async () => {
    const large = write('large.csv', '')
    truncateSync(large, 200_000_000)
    expect(await check(large)).toEqual({
      code: 1,
      out: '',
      error: expect.stringContaining('är 200 MB; högst 50 MB'),
    })
    mkdirSync(join(folder, 'empty'))
    expect((await check(join(folder, 'empty'))).error).toContain('ingen fil som går att läsa')
  })
})

it('names columns as spreadsheets do', () => {
  expect([1, 26, 27, 52, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
})

it('breaks lines between words, never inside a figure', () => {
  expect(wrapped('Skillnaden 2\u{a0}037,0 är en siffra', 20, '  ')).toBe(
    '  Skillnaden 2\u{a0}037,0\n  är en siffra\n',
  )
  expect(wrapped('ettmycketlångtordsomintefår plats', 10, '')).toBe('ettmycketlångtordsomintefår\nplats\n')
})
