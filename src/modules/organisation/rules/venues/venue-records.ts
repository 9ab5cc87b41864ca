import type { Dated } from '../unit-records.ts'
import type { VenueAttribute } from './attributes.ts'

/** What is known of premises, apart from when it held. */
export type VenueFacts = {
  name: string
  address: string
  municipality: string
  /** How many may be in it; null when nobody knows. */
  capacity: number | null
  attributes: readonly VenueAttribute[]
  remark: string
  /** The owner's office, never somebody's private address or number. */
  ownerName: string
  ownerEmail: string
  ownerPhone: string
  costNote: string
}

/** From when to when premises are in use, and which unit keeps them in the register. */
export type VenueLife = Dated & { id: string; unitId: string }

/** What premises were, from a day to a day. */
export type VenueRecord = Dated & VenueFacts & { id: string; venueId: string }

/** Everything that is known of an organisation's premises, whatever day it held. */
export type VenueRecords = { venues: readonly VenueLife[]; records: readonly VenueRecord[] }

/** Premises as they stood on a day. */
export type VenueOn = VenueFacts & VenueLife
