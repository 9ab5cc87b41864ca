import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { contrast, readOklch } from './contrast.ts'
import { accentHues, lowestContrast, pairs, readTokens } from './tokens.ts'

const sheet = readFileSync(join(projectRoot, 'src/web/ui/tokens.css'), 'utf8')
const tokens = readTokens(sheet)
const colour = (text: string) => readOklch(text, 210)!

describe('contrast', () => {
  it.each([
    ['black on white', 'oklch(0 0 0)', 'oklch(1 0 0)', 21],
    ['white on white', 'oklch(1 0 0)', 'oklch(1 0 0)', 1],
    // #0000ff and #ff0000, whose contrast with white is known.
    ['blue on white', 'oklch(0.45201 0.31321 264.052)', 'oklch(1 0 0)', 8.59],
    ['red on white', 'oklch(0.62796 0.25768 29.2339)', 'oklch(1 0 0)', 4],
  ])('%s', (_, front, back, expected) => {
    expect(contrast(colour(front), colour(back))).toBeCloseTo(expected, 1)
    expect(contrast(colour(back), colour(front))).toBeCloseTo(expected, 1)
  })

  it('is not asked of what is no colour', () => {
    expect(readOklch('0.375rem', 210)).toBeNull()
  })
})

describe('tokens', () => {
  it('are the same in the dark whether the device or the person asks for it', () => {
    const start = sheet.indexOf(":root:not([data-theme='light']) {")
    const byDevice = readTokens(sheet.slice(start).replace(":root:not([data-theme='light'])", ':root'))
    const asked = readTokens(
      sheet.slice(sheet.indexOf(":root[data-theme='dark']")).replace(":root[data-theme='dark']", ':root'),
    )
    expect(byDevice.light.size).toBeGreaterThan(20)
    expect([...byDevice.light]).toEqual([...asked.light])
  })

  it('have every hue that an organisation can choose', () => {
    const listed = [...sheet.matchAll(/\[data-hue='(\d+)'\]/g)].map((match) => Number(match[1]))
    expect(listed).toEqual(accentHues)
  })

  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    it.each(pairs)('$front on $back can be read in every hue', (pair) => {
      expect(lowestContrast(tokens, theme, pair)).toBeGreaterThanOrEqual(pair.needs)
    })
  })
})
