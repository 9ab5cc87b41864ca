import { describe, expect, test } from 'vitest'
import { unitInHeading, unitOf } from './units.ts'

describe('unitOf', () => {
  test.each([
    ['mnkr', 'mnkr'],
    ['Mkr', 'mnkr'],
    ['MSEK', 'mnkr'],
    ['milj.', 'mnkr'],
    ['milj. kr', 'mnkr'],
    ['miljoner kronor', 'mnkr'],
    ['tkr', 'tkr'],
    ['Tkr.', 'tkr'],
    ['kr', 'kr'],
    ['miljarder kronor', 'mdkr'],
    ['%', 'percent'],
    ['kr/skkr', 'percent'],
    ['procentenheter', 'percentagePoints'],
    ['öre', 'öre'],
    ['st', 'count'],
    ['äpplen', null],
    ['', null],
  ])('%j is %s', (word, unit) => {
    expect(unitOf(word)).toBe(unit)
  })
})

describe('unitInHeading', () => {
  test.each([
    ['Resultaträkning (Mkr)', 'mnkr'],
    ['Belopp i tusental kronor', 'tkr'],
    ['Driftbudget, tkr', 'tkr'],
    ['Budget 2025 (mnkr)', 'mnkr'],
    ['Förändring, %', 'percent'],
    ['miljoner kronor', 'mnkr'],
    ['Krav på nämnderna', null],
    ['Skrivelse', null],
  ])('%j is in %s', (heading, unit) => {
    expect(unitInHeading(heading)).toBe(unit)
  })
})
