import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { writeOrganisation } from '../write-organisation.ts'

/**
 * Makes an organisation with its first unit and gives a person the owner's role in it. Only the system itself
 * does this: at first set-up, and when the demo is loaded. The caller chooses the organisation's id, because
 * row-level security wants to know whose rows are written.
 */
export const createOrganisation = writeOperation({
  name: 'create-organisation',
  summary: 'Create an organisation with its first unit and its owner.',
  route: 'POST /organisation',
  policy: { allow: 'operator' },
  startsOrganisation: true,
  input: z.object({
    name: z.string().trim().min(1).max(200),
    unitKind: z.string().trim().min(1).max(60),
    /** Null for the demo, whose people are made afterwards. */
    ownerUserId: z.string().min(1).nullable(),
    isDemo: z.boolean().default(false),
    /** The first unit's first day; today when it is left out. */
    since: z.iso.date().optional(),
    accentHue: z.number().int().min(0).max(345).multipleOf(15).default(210),
  }),
  output: z.object({ organisationId: z.uuid(), unitId: z.uuid(), slug: z.string() }),
  example: () => ({ name: 'Exempeldistriktet', unitKind: 'district', ownerUserId: 'nobody' }),
  audit: (input, output) => ({
    kind: 'organisation',
    id: output.organisationId,
    detail: { name: input.name },
  }),
  async run({ db, now, organisationId }, input) {
    const { unitId, slug } = await writeOrganisation(db, { id: organisationId, ...input }, now)
    return { organisationId, unitId, slug }
  },
})
