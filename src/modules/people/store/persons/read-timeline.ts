import type { OperationContext } from '#platform/operations/context.ts'
import { eventPart } from '../../rules/persons/event-parts.ts'
import type { RecordPart } from '../../rules/visible-parts.ts'
import type { PersonRecord } from '../../operations/persons/record-shape.ts'
import type { EventDetail } from '../record-event.ts'

/** How many events a record shows. */
const longest = 100

/**
 * What has happened to a record, newest first. Of what tells about a part that the caller does not see, only that it
 * happened is told.
 * @param fields those of the organisation's own that the caller sees
 */
export async function readTimeline(
  { db }: Pick<OperationContext, 'db'>,
  personId: string,
  parts: ReadonlySet<RecordPart>,
  fields: readonly { id: string }[],
): Promise<{ events: NonNullable<PersonRecord['timeline']>; goesOn: boolean }> {
  const rows = await db
    .selectFrom('people.event')
    .select(['id', 'at', 'kind', 'detail', 'by_name as byName'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(longest + 1)
    .execute()
  const events = rows.slice(0, longest).map((row) => {
    const detail = row.detail as EventDetail
    const part = eventPart(row.kind, detail)
    const ofHiddenField = part === 'fields' && !fields.some((field) => field.id === detail['fieldId'])
    const hidden = (part !== null && !parts.has(part)) || ofHiddenField
    return hidden ? { ...row, kind: 'unseen', detail: {} } : { ...row, detail }
  })
  return { events, goesOn: rows.length > longest }
}
