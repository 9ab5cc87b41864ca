import type { z } from 'zod'
import type { Operation } from '#platform/operations/operation.ts'
import { listUnits } from '../operations/list-units.ts'
import { changeVenue } from '../operations/venues/change-venue.ts'
import { createVenue } from '../operations/venues/create-venue.ts'
import { createVenueRequest } from '../operations/venues/create-venue-request.ts'
import { endVenue } from '../operations/venues/end-venue.ts'
import { recordVenueRequestStep } from '../operations/venues/record-venue-request-step.ts'

/** Calls an operation for the demo. */
export type DemoCall = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

const since = '2024-01-01'

/**
 * Gives an invented district premises to meet in: some where everybody can come, some where they cannot, one that was
 * made better after it had been asked for, and one that is no longer in use.
 * @param boardId the body that asks
 */
export async function loadVenuesDemo(
  call: DemoCall,
  { unitId, boardId }: { unitId: string; boardId: string },
): Promise<void> {
  const { units } = await call(listUnits, {})
  const associations = units.filter((unit) => unit.kind === 'association')
  const keptBy = (index: number) => associations[index % Math.max(1, associations.length)]?.id ?? unitId
  const make = async (venue: Omit<z.input<typeof createVenue.input>, 'from'>) =>
    (await call(createVenue, { from: since, ...venue })).venueId
  const hall = await make({
    unitId,
    name: 'Folkets hus i Exempelby',
    address: 'Storgatan 12',
    municipality: 'Exempelby',
    capacity: 180,
    attributes: ['stepFree', 'lift', 'accessibleToilet', 'publicTransport', 'microphone'],
    remark: 'Ingången utan trappsteg är från gården. Ring på klockan till höger om porten.',
    ownerName: 'Exempelby folkets hus-förening',
    ownerEmail: 'bokning@folketshus.example.org',
    ownerPhone: '08-123 45 60',
    costNote: 'Gratis för medlemsföreningar, annars 900 kr en kväll.',
  })
  const office = await make({
    unitId,
    name: 'Distriktets kansli',
    address: 'Låtsasvägen 3',
    municipality: 'Exempelby',
    capacity: 24,
    attributes: ['stepFree', 'accessibleToilet', 'hearingLoop', 'quietRoom', 'fragranceFree'],
    ownerName: 'Exempeldistriktet',
    ownerEmail: 'kansliet@distriktet.example.org',
    costNote: 'Gratis. Boka i god tid.',
  })
  await make({
    unitId: keptBy(0),
    name: 'Biblioteket i Provsjö',
    address: 'Torget 1',
    municipality: 'Provsjö',
    capacity: 40,
    attributes: [
      'childFriendly',
      'changingTable',
      'stepFree',
      'automaticDoor',
      'accessibleToilet',
      'publicTransport',
      'hearingLoop',
      'assistanceDogs',
    ],
    remark: 'Barnavdelningen ligger vägg i vägg. Stänger 20.00.',
    ownerName: 'Provsjö kommun, kulturförvaltningen',
    ownerPhone: '08-123 45 70',
    costNote: 'Gratis för föreningar.',
  })
  const cellar = await make({
    unitId: keptBy(1),
    name: 'Källaren på Påhittsgatan',
    address: 'Påhittsgatan 8',
    municipality: 'Påhittköping',
    capacity: 30,
    attributes: ['quietRoom'],
    remark: 'Tolv trappsteg ner.',
    ownerName: 'Bostadsrättsföreningen Låtsas',
    ownerEmail: 'styrelsen@brf.example.org',
    costNote: '200 kr en kväll.',
  })
  await make({
    unitId: keptBy(2),
    name: 'Skolans matsal',
    address: 'Skolvägen 5',
    municipality: 'Låtsasholm',
    attributes: ['childFriendly', 'stepFree', 'accessibleParking'],
    ownerName: 'Låtsasholms kommun',
  })
  const barn = await make({ unitId, name: 'Logen', municipality: 'Exempelby', capacity: 60 })
  await call(endVenue, { venueId: barn, lastDay: '2025-12-31' })

  const ask = async (
    venueId: string,
    request: Omit<z.input<typeof createVenueRequest.input>, 'venueId' | 'bodyId'>,
  ) => (await call(createVenueRequest, { venueId, bodyId: boardId, ...request })).requestId
  const step = (
    venueId: string,
    requestId: string,
    state: 'answered' | 'done' | 'refused',
    day: string,
    note: string,
  ) => call(recordVenueRequestStep, { venueId, requestId, state, day, note })
  const loop = await ask(hall, {
    what: 'En hörslinga i stora salen.',
    attribute: 'hearingLoop',
    askedOf: 'Exempelby folkets hus-förening',
    day: '2025-02-10',
  })
  await step(hall, loop, 'answered', '2025-03-04', 'Föreningen söker bidrag.')
  await step(hall, loop, 'done', '2025-09-15', 'Slingan är på plats och provad.')
  await call(changeVenue, {
    venueId: hall,
    attributes: ['stepFree', 'lift', 'accessibleToilet', 'publicTransport', 'hearingLoop', 'microphone'],
    from: '2025-09-15',
  })
  const children = await ask(hall, {
    what: 'Ett rum där barn kan leka medan mötet pågår.',
    attribute: 'childFriendly',
    askedOf: 'Exempelby folkets hus-förening',
    day: '2026-04-14',
  })
  await step(hall, children, 'answered', '2026-05-20', 'Tas upp på föreningens årsmöte.')
  await ask(office, {
    what: 'Ett skötbord på toaletten.',
    attribute: 'changingTable',
    askedOf: 'Fastighetsföreningen Låtsasvägen',
    day: '2026-09-02',
  })
  const ramp = await ask(cellar, {
    what: 'En hiss eller ramp ner till källaren.',
    attribute: 'stepFree',
    askedOf: 'Bostadsrättsföreningen Låtsas',
    day: '2025-05-06',
  })
  await step(cellar, ramp, 'refused', '2025-06-12', 'Det får inte plats i trapphuset.')
}
