import { amount, type Amount } from '../../amount.ts'

/** What a generated budget looks like; every part can be there or not. */
export type BudgetShape = {
  seed: number
  municipality: boolean
  boards: number
  companies: number
  planYears: number
  /** Decimals of appropriations and result requirements; statements print whole numbers. */
  decimals: number
  /** Are costs printed without a minus sign (income statement and units)? */
  costsPositive: boolean
  /** Does the financing budget print financing with the opposite sign? */
  financingNegative: boolean
  parts: boolean
  partUnits: boolean
  balanceInquiry: boolean
  changes: boolean
  exact: boolean
}

export const BUDGET_YEAR = 2027

export type World = 'outcome' | 'budgetBefore' | 'forecast' | number

export type BoardFigures = {
  name: string
  section: string
  transport: boolean
  /** By world. */
  parts: { name: string; of: Map<World, Amount> }[]
  partsComplete: boolean
  appropriation: Map<World, Amount>
  otherIncome: Map<World, Amount>
  tickets: Map<World, Amount> | null
  requirement: Map<World, Amount>
}

/** A small generator of whole numbers that gives the same again for the same seed. */
export class Numbers {
  private state: number
  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** A number from 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** An exact amount between two, with three decimals (or as many as it is asked for). */
  between(least: number, most: number, decimals = 3): Amount {
    return amount((least + this.next() * (most - least)).toFixed(decimals))
  }

  chance(share: number): boolean {
    return this.next() < share
  }
}
