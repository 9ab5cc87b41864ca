import { describe, expect, it } from 'vitest'
import { readTourState, tourAddress, tourPage, tourParts, tourState, tourSteps } from './tour-state.ts'

describe('how far a reader has come on the tour', () => {
  it.each([
    [null, null],
    ['1', 1],
    ['5', 5],
    ['ended', 'ended'],
    ['6', null],
    ['0', null],
    ['1 ', null],
    ['', null],
  ] as const)('%j is %j', (text, state) => {
    expect(readTourState(text)).toBe(state)
  })

  it('is kept in a cookie', () => {
    expect(tourState(new Headers({ cookie: 'theme=dark; tour=3' }))).toBe(3)
    expect(tourState(new Headers())).toBeNull()
  })

  it('has a page for every step', () => {
    expect(tourSteps.map((step) => tourPage('/b', step))).toEqual(tourParts.map((part) => `/b/${part}`))
  })

  it.each([
    [2, '', '/b/tour?to=2'],
    ['ended', '/b/check', '/b/tour?to=ended&back=%2Fb%2Fcheck'],
  ] as const)('moves to %s by an address', (to, back, address) => {
    expect(tourAddress('/b', to, back)).toBe(address)
  })
})
