import { plainText } from '../reading/words.ts'
import type { Role } from '../roles.ts'
import type { Adjustment } from './version.ts'

/** Why an adjustment lands on a row of the income statement: `said` by a person, else what the default went by. */
export type RoleReason = 'said' | 'tax' | 'ticket' | 'fee' | 'staff' | 'health' | 'transport' | 'other'

const fees = /avgift(?!sfinans)|taxa|taxe|biljett|hogkostnadsskydd|intaktspost/u
const notFees = /arbetsgivaravgift/u
const tickets = /taxa|taxe|biljett|manadskort|periodkort|resande/u
const staff =
  /personal|bemanning|loner|lonesats|\bob\b|underskoter|sjukskoter|larare|arvode|medarbetar|arbetstid/u
const health = /halso|sjukvard|primarvard|vardnamnd|tandvard|sjukhus|omsorg/u
const transport = /trafik|fardtjanst|kollektiv/u

/**
 * The row of the income statement an adjustment lands on. A person's word comes first; else by kind, public board
 * and label: taxes → tax revenue, fees → operating income (tickets → ticket revenue), health boards → purchased
 * care, transport boards → purchased transport, staff reforms → personnel costs, everything else → other costs.
 * A transport board's staff reform is purchased transport: the staff are the contractor's.
 *
 * An assumption, never a finding of fact: a budget does not print it. So it is shown with its reason and corrected
 * by `Adjustment.statementRole`.
 */
export function statementRoleOf(adjustment: Adjustment): { role: Role; reason: RoleReason } {
  if (adjustment.statementRole !== null) return { role: adjustment.statementRole, reason: 'said' }
  if (adjustment.kind === 'financing') return { role: 'taxRevenue', reason: 'tax' }
  if (adjustment.kind === 'resultRequirement') return { role: 'otherCosts', reason: 'other' }
  const board = plainText(adjustment.publicBoard ?? '')
  const label = plainText(adjustment.label)
  const ofTransport = transport.test(board)
  if (adjustment.kind === 'income' || (fees.test(label) && !notFees.test(label))) {
    return ofTransport && tickets.test(label)
      ? { role: 'ticketRevenue', reason: 'ticket' }
      : { role: 'operatingIncome', reason: 'fee' }
  }
  if (ofTransport) return { role: 'purchasedTransport', reason: 'transport' }
  if (staff.test(label)) return { role: 'personnelCosts', reason: 'staff' }
  if (health.test(board)) return { role: 'purchasedCare', reason: 'health' }
  return { role: 'otherCosts', reason: 'other' }
}

/** Rows an income adjustment changes; all others are cost rows. */
export function isFeeRole(role: Role): boolean {
  return role === 'operatingIncome' || role === 'ticketRevenue'
}
