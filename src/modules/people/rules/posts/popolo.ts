import type { Dated } from './holding.ts'

/** What is exported: our bodies and the public ones, what can be held in them, and who holds or has held it. */
export type PopoloSource = {
  /** On whose behalf mandates are held; null for nobody's. */
  topUnitId: string | null
  units: readonly (Dated & { id: string; name: string; parentId: string | null; kind: string })[]
  bodies: readonly (Dated & {
    id: string
    name: string
    kind: string
    /** The body it lies under, or else its unit. */
    parentId: string
    contactAddress: string
  })[]
  publicBodies: readonly (Dated & {
    id: string
    name: string
    kind: string
    level: string
    areaName: string
    areaCode: string
  })[]
  seats: readonly (Dated & {
    id: string
    bodyId: string
    label: string
    role: string
    contactAddress: string
  })[]
  persons: readonly { id: string; givenName: string; familyName: string }[]
  terms: readonly (Dated & { id: string; personId: string; seatId: string; bodyId: string; role: string })[]
  mandates: readonly (Dated & {
    id: string
    personId: string
    publicBodyId: string
    role: string
    partyGroup: string
  })[]
}

/**
 * Bodies, posts and public mandates in the shape of the Popolo specification (organizations, posts, memberships, people,
 * areas), which others' programs read. Of persons it has the name and nothing else.
 */
export function popoloOf(source: PopoloSource) {
  const areas = new Map(
    source.publicBodies
      .filter((body) => body.areaName !== '')
      .map((body) => [areaId(body), { ...body }] as const),
  )
  return {
    organizations: [
      ...source.units.map((unit) => ({
        id: unit.id,
        name: unit.name,
        classification: unit.kind,
        parent_id: unit.parentId,
        ...life(unit),
      })),
      ...source.bodies.map((body) => ({
        id: body.id,
        name: body.name,
        classification: body.kind,
        parent_id: body.parentId,
        ...life(body),
        ...contact(body),
      })),
      ...source.publicBodies.map((body) => ({
        id: body.id,
        name: body.name,
        classification: body.kind,
        area_id: body.areaName === '' ? null : areaId(body),
        ...life(body),
      })),
    ],
    posts: source.seats.map((seat) => ({
      id: seat.id,
      label: seat.label,
      role: seat.role,
      organization_id: seat.bodyId,
      start_date: seat.validFrom,
      end_date: seat.validTo,
      ...contact(seat),
    })),
    memberships: [
      ...source.terms.map((term) => ({
        id: term.id,
        person_id: term.personId,
        organization_id: term.bodyId,
        post_id: term.seatId,
        role: term.role,
        start_date: term.validFrom,
        end_date: term.validTo,
      })),
      ...source.mandates.map((mandate) => ({
        id: mandate.id,
        person_id: mandate.personId,
        organization_id: mandate.publicBodyId,
        on_behalf_of_id: source.topUnitId,
        role: mandate.role,
        label: mandate.partyGroup || null,
        start_date: mandate.validFrom,
        end_date: mandate.validTo,
      })),
    ],
    persons: source.persons.map(({ id, givenName, familyName }) => ({
      id,
      name: familyName ? `${givenName} ${familyName}` : givenName,
      given_name: givenName,
      family_name: familyName,
    })),
    areas: [...areas].map(([id, { areaName, areaCode, level }]) => ({
      id,
      name: areaName,
      identifier: areaCode || null,
      classification: level,
    })),
  }
}

function life({ validFrom, validTo }: Dated) {
  return { founding_date: validFrom, dissolution_date: validTo }
}

function contact({ contactAddress }: { contactAddress: string }) {
  return contactAddress === '' ? {} : { contact_details: [{ type: 'email', value: contactAddress }] }
}

function areaId({ areaCode, areaName }: { areaCode: string; areaName: string }): string {
  return areaCode === '' ? `area:${areaName}` : `area:${areaCode}`
}
