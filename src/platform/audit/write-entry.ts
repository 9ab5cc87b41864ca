import type { Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Tables } from '../database/tables.ts'
import { isId, newId } from '../identifiers.ts'
import type { AuditSubject, Effect } from '../operations/operation.ts'

export type AuditEntry = {
  organisationId: string
  at: Date
  actor: Actor
  operation: string
  effect: Effect
  subject: AuditSubject
  requestId: string | null
}

/** Adds one row to the audit log, in the same transaction as what it tells of: both happen or neither. */
export async function writeEntry(db: Transaction<Tables>, entry: AuditEntry): Promise<void> {
  const { actor, subject } = entry
  await db
    .insertInto('audit.entry')
    .values({
      organisation_id: entry.organisationId,
      id: newId(),
      at: entry.at,
      actor_kind: actor.kind,
      user_id: actor.kind === 'person' ? actor.userId : null,
      actor_name: actor.kind === 'person' ? actor.name : actor.kind === 'job' ? actor.name : '',
      via: actor.kind === 'person' ? actor.via : null,
      operation: entry.operation,
      effect: entry.effect,
      subject_kind: subject.kind,
      subject_id: subject.id,
      about_user_id: subject.aboutUserId ?? (subject.kind === 'account' ? subject.id : null),
      unit_id: subject.unitId ?? null,
      about_person_ids: aboutPersons(subject),
      detail: JSON.stringify(subject.detail ?? {}),
      request_id: entry.requestId,
    })
    .execute()
}

/** The persons an entry is about: those it names, else the one that is its subject. */
function aboutPersons({ kind, id, aboutPersonIds }: AuditSubject): string[] | null {
  const ids = aboutPersonIds ?? (kind === 'person' && id !== null && isId(id) ? [id] : [])
  return ids.length > 0 ? [...ids] : null
}
