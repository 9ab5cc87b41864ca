import { changeVenue } from './change-venue.ts'
import { createVenue } from './create-venue.ts'
import { createVenueRequest } from './create-venue-request.ts'
import { endVenue } from './end-venue.ts'
import { getVenue } from './get-venue.ts'
import { listVenues } from './list-venues.ts'
import { recordVenueRequestStep } from './record-venue-request-step.ts'

/** Everything that can be done with the register of premises. */
export const venueOperations = [
  listVenues,
  getVenue,
  createVenue,
  changeVenue,
  endVenue,
  createVenueRequest,
  recordVenueRequestStep,
]
