import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { DocumentKind } from '../../rules/governing-documents/review.ts'

export type StoredVersion = {
  id: string
  number: number
  adoptedOn: string
  adoptedByBodyId: string
  responsibleBodyId: string
  reviewDue: string | null
  note: string
  recordedByName: string
}
export type StoredReview = {
  id: string
  reviewedOn: string
  reviewDue: string | null
  note: string
  recordedByName: string
}

/** A body's document with its versions in order, without their texts, and its reviews. */
export type StoredDocument = {
  id: string
  bodyId: string
  unitId: string
  kind: DocumentKind
  title: string
  validTo: string | null
  versions: StoredVersion[]
  reviews: StoredReview[]
}

/** All documents of all bodies, or one, whatever day. */
export async function readDocuments(db: Transaction<Tables>, documentId?: string): Promise<StoredDocument[]> {
  let documents = db
    .selectFrom('organisation.governing_document as document')
    .innerJoin('organisation.body as body', (join) =>
      join
        .onRef('body.organisation_id', '=', 'document.organisation_id')
        .onRef('body.id', '=', 'document.body_id'),
    )
    .select([
      'document.id',
      'document.body_id as bodyId',
      'body.unit_id as unitId',
      'document.kind',
      'document.title',
      'document.valid_to as validTo',
    ])
    .orderBy('document.title')
    .orderBy('document.id')
  let versions = db
    .selectFrom('organisation.governing_document_version')
    .select([
      'id',
      'document_id as documentId',
      'number',
      'adopted_on as adoptedOn',
      'adopted_by_body_id as adoptedByBodyId',
      'responsible_body_id as responsibleBodyId',
      'review_due as reviewDue',
      'note',
      'recorded_by_name as recordedByName',
    ])
    .orderBy('number')
  let reviews = db
    .selectFrom('organisation.governing_document_review')
    .select([
      'id',
      'document_id as documentId',
      'reviewed_on as reviewedOn',
      'review_due as reviewDue',
      'note',
      'recorded_by_name as recordedByName',
    ])
    .orderBy('reviewed_on')
    .orderBy('recorded_at')
  if (documentId) {
    documents = documents.where('document.id', '=', documentId)
    versions = versions.where('document_id', '=', documentId)
    reviews = reviews.where('document_id', '=', documentId)
  }
  const versionsOf = Map.groupBy(await versions.execute(), (version) => version.documentId)
  const reviewsOf = Map.groupBy(await reviews.execute(), (review) => review.documentId)
  return (await documents.execute()).map((document) => ({
    ...document,
    kind: document.kind as DocumentKind,
    versions: (versionsOf.get(document.id) ?? []).map(({ documentId: _, ...version }) => version),
    reviews: (reviewsOf.get(document.id) ?? []).map(({ documentId: _, ...review }) => review),
  }))
}

/** The text of a version; undefined when there is none of that number. */
export async function readVersionText(
  db: Transaction<Tables>,
  documentId: string,
  number: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('organisation.governing_document_version')
    .select('text')
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.text
}
