import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { slugOf } from '#platform/slug.ts'

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
  input: z.object({
    name: z.string().trim().min(1).max(200),
    unitKind: z.string().trim().min(1).max(60),
    ownerUserId: z.string().min(1),
    isDemo: z.boolean().default(false),
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
    const slug = slugOf(input.name)
    const unitId = newId()
    await db
      .insertInto('organisation.organisation')
      .values({
        id: organisationId,
        slug,
        name: input.name,
        accent_hue: input.accentHue,
        is_demo: input.isDemo,
        created_at: now,
      })
      .execute()
    await db
      .insertInto('organisation.unit')
      .values({
        organisation_id: organisationId,
        id: unitId,
        parent_id: null,
        kind: input.unitKind,
        name: input.name,
        slug,
        valid_from: today(now),
      })
      .execute()
    await db
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisationId,
        id: newId(),
        user_id: input.ownerUserId,
        role: 'owner',
        unit_id: unitId,
        valid_from: today(now),
        granted_by: null,
        granted_at: now,
      })
      .execute()
    return { organisationId, unitId, slug }
  },
})
