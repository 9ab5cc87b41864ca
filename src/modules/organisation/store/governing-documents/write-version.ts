import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { requireBody } from '../bodies/change-body.ts'
import type { BodyRecords } from '../../rules/bodies/body-records.ts'
import { firstDay } from '../change-unit.ts'

export type NewVersion = {
  documentId: string
  number: number
  text: string
  adoptedOn?: string | undefined
  adoptedByBodyId: string
  responsibleBodyId: string
  reviewDue?: string | null | undefined
  note?: string | undefined
}

/**
 * Writes a version that a body has adopted.
 * @throws {Problem} notFound for a body there is not; invalidInput for a day that has not come, or a review due before it
 */
export async function writeVersion(
  context: Pick<OperationContext, 'db' | 'now' | 'organisationId' | 'actor'>,
  bodies: BodyRecords,
  version: NewVersion,
): Promise<string> {
  const { db, now, organisationId } = context
  const adopting = requireBody(bodies, 'organisation', version.adoptedByBodyId)
  const responsible = requireBody(bodies, 'organisation', version.responsibleBodyId)
  const adoptedOn = firstDay(version.adoptedOn, today(now), 'adoptedOn')
  if (adoptedOn < adopting.validFrom || (adopting.validTo !== null && adoptedOn > adopting.validTo)) {
    throw new Problem('invalidInput', { issues: [{ path: ['adoptedOn'], message: 'body.notThereThen' }] })
  }
  if (responsible.validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
  const reviewDue = version.reviewDue ?? null
  if (reviewDue !== null && reviewDue <= adoptedOn) {
    throw new Problem('invalidInput', {
      issues: [{ path: ['reviewDue'], message: 'governingDocument.reviewTooEarly' }],
    })
  }
  await db
    .insertInto('organisation.governing_document_version')
    .values({
      organisation_id: organisationId,
      id: newId(),
      document_id: version.documentId,
      number: version.number,
      text: version.text,
      adopted_on: adoptedOn,
      adopted_by_body_id: adopting.id,
      responsible_body_id: responsible.id,
      review_due: reviewDue,
      note: version.note ?? '',
      recorded_at: now,
      recorded_by_name: actorName(context).name,
    })
    .execute()
  return adoptedOn
}
