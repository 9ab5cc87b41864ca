import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Outcome } from '../../rules/anchoring/consultation.ts'

export type StoredAnswer = {
  id: string
  outcome: Outcome
  text: string
  answeredOn: string
  answeredByName: string
}

/** A consultation with its answers, in the order they were given. */
export type StoredConsultation = {
  id: string
  issue: string
  background: string
  fromBodyId: string
  fromBodyName: string
  fromUnitId: string
  fromUnitName: string
  /** Null when the unit as a whole was asked. */
  toBodyId: string | null
  toBodyName: string | null
  toUnitId: string
  toUnitName: string
  askedOn: string
  answerBy: string
  askedByName: string
  answers: StoredAnswer[]
}

export type WhichConsultations = { unitId?: string; bodyId?: string; consultationId?: string }

/** The consultations that the caller may see, on one side of which this unit or body stands. */
export async function readConsultations(
  db: Transaction<Tables>,
  { unitId, bodyId, consultationId }: WhichConsultations,
): Promise<StoredConsultation[]> {
  let query = db
    .selectFrom('organisation.consultation as asked')
    .innerJoin('organisation.body as from_body', (join) =>
      join
        .onRef('from_body.organisation_id', '=', 'asked.organisation_id')
        .onRef('from_body.id', '=', 'asked.from_body_id'),
    )
    .innerJoin('organisation.unit as from_unit', (join) =>
      join
        .onRef('from_unit.organisation_id', '=', 'asked.organisation_id')
        .onRef('from_unit.id', '=', 'asked.from_unit_id'),
    )
    .innerJoin('organisation.unit as to_unit', (join) =>
      join
        .onRef('to_unit.organisation_id', '=', 'asked.organisation_id')
        .onRef('to_unit.id', '=', 'asked.to_unit_id'),
    )
    .leftJoin('organisation.body as to_body', (join) =>
      join
        .onRef('to_body.organisation_id', '=', 'asked.organisation_id')
        .onRef('to_body.id', '=', 'asked.to_body_id'),
    )
    .select([
      'asked.id',
      'asked.issue',
      'asked.background',
      'asked.from_body_id as fromBodyId',
      'from_body.name as fromBodyName',
      'asked.from_unit_id as fromUnitId',
      'from_unit.name as fromUnitName',
      'asked.to_body_id as toBodyId',
      'to_body.name as toBodyName',
      'asked.to_unit_id as toUnitId',
      'to_unit.name as toUnitName',
      'asked.asked_on as askedOn',
      'asked.answer_by as answerBy',
      'asked.asked_by_name as askedByName',
    ])
    .orderBy('asked.answer_by')
    .orderBy('asked.id')
  if (consultationId) query = query.where('asked.id', '=', consultationId)
  if (unitId) {
    query = query.where((where) =>
      where.or([where('asked.from_unit_id', '=', unitId), where('asked.to_unit_id', '=', unitId)]),
    )
  }
  if (bodyId) {
    query = query.where((where) =>
      where.or([where('asked.from_body_id', '=', bodyId), where('asked.to_body_id', '=', bodyId)]),
    )
  }
  const asked = await query.execute()
  if (asked.length === 0) return []
  const answers = await db
    .selectFrom('organisation.consultation_answer')
    .select([
      'id',
      'consultation_id as consultationId',
      'outcome',
      'text',
      'answered_on as answeredOn',
      'answered_by_name as answeredByName',
    ])
    .where(
      'consultation_id',
      'in',
      asked.map(({ id }) => id),
    )
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const byConsultation = Map.groupBy(answers, (answer) => answer.consultationId)
  return asked.map((each) => ({
    ...each,
    answers: (byConsultation.get(each.id) ?? []).map(({ consultationId: _, ...answer }) => ({
      ...answer,
      outcome: answer.outcome as Outcome,
    })),
  }))
}
