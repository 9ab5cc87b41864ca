import type { OperationModule } from '#platform/operations/registry.ts'
import { createOrganisation } from './operations/create-organisation.ts'
import { getOrganisation } from './operations/get-organisation.ts'
import { listBodies } from './operations/list-bodies.ts'
import { listUnits } from './operations/list-units.ts'

export { belongingsOf, type Belonging } from './grants.ts'
export { insideRoles } from './inside-roles.ts'
export { createOrganisation, getOrganisation, listBodies, listUnits }

export const organisationModule: OperationModule = {
  name: 'organisation',
  operations: [getOrganisation, createOrganisation, listUnits, listBodies],
}
