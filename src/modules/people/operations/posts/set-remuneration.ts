import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { dayBefore } from '../../rules/days.ts'
import { holdsOn, overlap } from '../../rules/posts/holding.ts'
import { remunerationKinds } from '../../rules/posts/kinds.ts'
import { postForChange } from '../../store/posts/end-post.ts'
import { readRemunerations } from '../../store/posts/read-remunerations.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { day, reason } from './post-shapes.ts'

/** A share of a full time in per cent, with two decimals at most. */
const degree = z
  .string()
  .trim()
  .transform((text) => text.replace(',', '.'))
  .pipe(z.string().regex(/^(100(\.0{1,2})?|[1-9]?[0-9](\.[0-9]{1,2})?)$/, 'post.degree'))
  .refine((text) => !/^0(\.0+)?$/.test(text), 'post.degree')

/**
 * Says what a post is paid for from a day: an ordinary row takes over from the one before; a raise for a time stands beside
 * it, and says for what, which units it helps, and for how many hours.
 */
export const setRemuneration = writeOperation({
  name: 'set-remuneration',
  summary:
    'Say how a post is paid (full, part, hourly; per cent) from a day, or add a raise for a time with its purpose.',
  route: 'POST /people/posts/remunerations',
  policy: registrarPolicy,
  input: z.object({
    mandateId: z.uuid().optional(),
    termId: z.uuid().optional(),
    kind: z.enum(remunerationKinds),
    /** Required for a part; a full time is 100. */
    degree: degree.optional(),
    areas: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
    from: day.optional(),
    to: day.nullish(),
    reason,
    temporary: z.boolean().optional(),
    purpose: z.string().trim().max(500).optional(),
    supportedUnitIds: z.array(z.uuid()).max(50).optional(),
    hours: z
      .string()
      .trim()
      .transform((text) => text.replace(',', '.'))
      .pipe(z.string().regex(/^[1-9][0-9]{0,4}(\.[0-9]{1,2})?$/, 'post.hours'))
      .optional(),
  }),
  output: z.object({ remunerationId: z.uuid(), personId: z.uuid() }),
  example: ({ posts }) => ({
    mandateId: posts.mandateId,
    kind: 'part' as const,
    degree: '40',
    from: '2026-03-01',
  }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { kind: input.kind } }),
  async run(context, input) {
    const { db, now, organisationId } = context
    const { mandateId, termId, kind, temporary = false } = input
    if ((mandateId === undefined) === (termId === undefined)) refuse('mandateId', 'post.onePost')
    const post = mandateId
      ? await postForChange(context, 'people.public_mandate', mandateId)
      : await postForChange(context, 'people.role_term', found(termId))
    const validFrom = input.from ?? today(now)
    const validTo = input.to ?? (temporary ? null : post.validTo)
    if (!holdsOn(post, validFrom)) refuse('from', 'post.notHeldThen')
    if (validTo !== null && validTo < validFrom) refuse('to', 'post.endsBeforeItBegins')
    if (post.validTo !== null && (validTo ?? '9999-12-31') > post.validTo) refuse('to', 'post.notHeldThen')
    const share = kind === 'hourly' ? null : kind === 'full' ? '100' : (input.degree ?? null)
    if (kind === 'part' && share === null) refuse('degree', 'post.degree')
    if (temporary && (validTo === null || !input.purpose)) {
      refuse(validTo === null ? 'to' : 'purpose', 'post.temporary')
    }
    for (const unitId of input.supportedUnitIds ?? []) {
      found(await db.selectFrom('organisation.unit').select('id').where('id', '=', unitId).executeTakeFirst())
    }
    if (!temporary) {
      const own = (await readRemunerations(db, { personId: post.person.id })).filter(
        (row) => !row.temporary && (row.mandateId ?? row.roleTermId) === post.id,
      )
      for (const before of own.filter((row) => overlap(row, { validFrom, validTo }))) {
        if (before.validFrom > validFrom) throw new Problem('notPossibleNow', { detail: 'post.paidLater' })
        const change =
          before.validFrom === validFrom ? { replaced_at: now } : { valid_to: dayBefore(validFrom) }
        await db.updateTable('people.remuneration').set(change).where('id', '=', before.id).execute()
      }
    }
    const remunerationId = newId()
    await db
      .insertInto('people.remuneration')
      .values({
        ...shieldColumns(organisationId, post.person),
        id: remunerationId,
        mandate_id: mandateId ?? null,
        role_term_id: termId ?? null,
        kind,
        degree: share,
        areas: input.areas ?? [],
        valid_from: validFrom,
        valid_to: validTo,
        reason: input.reason ?? '',
        temporary,
        purpose: input.purpose ?? '',
        supported_unit_ids: input.supportedUnitIds ?? [],
        hours: input.hours ?? null,
        recorded_at: now,
      })
      .execute()
    await recordEvent(context, post.person, 'remunerationSet', { degree: share, from: validFrom, temporary })
    return { remunerationId, personId: post.person.id }
  },
})

function refuse(field: string, message: string): never {
  throw new Problem('invalidInput', { issues: [{ path: [field], message }] })
}
