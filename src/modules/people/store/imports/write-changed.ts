import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { dayBefore } from '../../rules/days.ts'
import type { ExistingPerson, PlannedChange } from '../../rules/imports/plan-change.ts'
import type { ImportedPerson } from '../../rules/imports/imported-person.ts'
import { searchKey } from '../../rules/names.ts'
import { contactColumns, personalNumberMark } from '../person-rows.ts'
import { writeRows } from '../write-rows.ts'
import { everyColumn, type ImportWriter } from './write-created.ts'

export type ChangedRow = {
  person: ImportedPerson
  existing: ExistingPerson
  change: PlannedChange
  fileName: string
}

/** What a row was or became, by table: enough to find it as it was again, and to see whether it was touched since. */
export type RowImages = {
  person: Record<string, string | number | null>
  contact: { id: string; valid_to: string | null; preferred: boolean }[]
  membership: { id: string; valid_to: string | null; replaced_at: string | null; paid_until: string | null }[]
  field_value: { id: string; valid_to: string | null }[]
}

/** Writes what rows change in persons who were there, the timeline's event for each, and what is needed to undo it. */
export async function writeChanged(writer: ImportWriter, changed: readonly ChangedRow[]): Promise<void> {
  const { context, runId, maker } = writer
  if (changed.length === 0) return
  const { db, now } = context
  const numbers = await sealedNumbers(writer, changed)
  const images = changed.map((row) => imagesOf(writer, row, numbers))
  const after = images.map((each) => each.after)
  await writePersons(db, after)
  await endRows(writer, after)
  const rows = changed.map((row) => newRows(writer, row))
  await writeRows(
    db,
    'people.membership',
    rows.flatMap(({ memberships }) => memberships),
  )
  await writeRows(
    db,
    'people.contact',
    rows.flatMap(({ contacts }) => contacts),
  )
  await writeRows(
    db,
    'people.person_tag',
    rows.flatMap(({ tags }) => tags),
  )
  await writeRows(
    db,
    'people.field_value',
    rows.flatMap(({ fields }) => fields),
  )
  const { id: byUser, name: byName } = actorName(context)
  await writeRows(
    db,
    'people.event',
    changed.map(({ existing, change, fileName }) => ({
      ...shieldOf(writer, existing),
      id: newId(),
      at: now,
      kind: 'imported',
      detail: {
        file: fileName,
        what: [...new Set(change.changes.map(({ what }) => what))],
        changes: change.changes.map(({ before, after: then }) =>
          [before, then ?? ''].filter((each) => each !== null).join(' → '),
        ),
      },
      by_user_id: byUser,
      by_name: byName,
      run_id: runId,
    })),
  )
  await writeRows(
    db,
    'people.import_change',
    changed.map(({ person, existing }, at) => ({
      organisation_id: maker.organisationId,
      run_id: runId,
      person_id: existing.id,
      home_unit_id: existing.homeUnitId,
      protected: false,
      row_number: person.line,
      before: images[at]!.before,
      after: images[at]!.after,
    })),
  )
}

/** Gives persons the columns of these images: what they become, or what they were. */
export async function writePersons(db: Transaction<Tables>, images: readonly RowImages[]): Promise<void> {
  await sql`
    update people.person person set given_name = image.given_name, family_name = image.family_name,
      given_key = image.given_key, family_key = image.family_key, birth_date = image.birth_date,
      language = image.language, personal_number_sealed = image.personal_number_sealed,
      personal_number_hash = image.personal_number_hash, revision = image.revision
    from jsonb_populate_recordset(null::people.person, ${JSON.stringify(images.map(({ person }) => person))}::jsonb) image
    where person.id = image.id`.execute(db)
}

/** Gives the rows beside them the ends of these images. */
export async function endRows(
  { context: { db } }: Pick<ImportWriter, 'context'>,
  images: readonly RowImages[],
) {
  const all = (table: 'contact' | 'membership' | 'field_value') =>
    JSON.stringify(images.flatMap((each) => each[table] as object[]))
  await sql`
    update people.contact contact set valid_to = new.valid_to, preferred = new.preferred
    from jsonb_populate_recordset(null::people.contact, ${all('contact')}::jsonb) new
    where contact.id = new.id`.execute(db)
  await sql`
    update people.membership membership set valid_to = new.valid_to, replaced_at = new.replaced_at,
      paid_until = new.paid_until
    from jsonb_populate_recordset(null::people.membership, ${all('membership')}::jsonb) new
    where membership.id = new.id`.execute(db)
  await sql`
    update people.field_value field set valid_to = new.valid_to
    from jsonb_populate_recordset(null::people.field_value, ${all('field_value')}::jsonb) new
    where field.id = new.id`.execute(db)
}

type KeptNumber = { personal_number_sealed: string | null; personal_number_hash: string | null }

/** The numbers that are kept now, sealed as they are, by person. */
async function sealedNumbers({ context: { db } }: ImportWriter, changed: readonly ChangedRow[]) {
  const ids = changed.map(({ existing }) => existing.id)
  const rows = await db
    .selectFrom('people.person')
    .select(['id', 'personal_number_sealed', 'personal_number_hash'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  return new Map<string, KeptNumber>(rows.map(({ id, ...kept }) => [id, kept]))
}

function nameColumns(givenName: string, familyName: string) {
  return {
    given_name: givenName,
    family_name: familyName,
    given_key: searchKey(givenName),
    family_key: searchKey(familyName),
  }
}

function imagesOf(
  { maker, context }: ImportWriter,
  { existing, change }: ChangedRow,
  numbers: ReadonlyMap<string, KeptNumber>,
): { before: RowImages; after: RowImages } {
  const { person } = change
  const kept = numbers.get(existing.id)!
  const yesterday = dayBefore(maker.day)
  // What began today, or later, never was: a contact keeps its day, a membership is kept as replaced.
  const lastDay = (validFrom: string) => (validFrom > yesterday ? validFrom : yesterday)
  const number = person.personalNumber
  return {
    before: {
      person: {
        id: existing.id,
        ...nameColumns(existing.givenName, existing.familyName),
        birth_date: existing.birthDate,
        language: existing.language,
        ...kept,
        revision: existing.revision,
      },
      contact: change.endContacts.map(({ id, preferred }) => ({ id, valid_to: null, preferred })),
      membership: [...change.endMemberships, ...change.paidUntil.map(({ membership }) => membership)].map(
        ({ id, paidUntil }) => ({ id, valid_to: null, replaced_at: null, paid_until: paidUntil }),
      ),
      field_value: change.endFields.map(({ id }) => ({ id, valid_to: null })),
    },
    after: {
      person: {
        id: existing.id,
        ...nameColumns(person.givenName, person.familyName),
        birth_date: person.birthDate,
        language: person.language,
        ...(number
          ? {
              personal_number_sealed: maker.seal(number),
              personal_number_hash: maker.hash(personalNumberMark(number)),
            }
          : kept),
        revision: existing.revision + 1,
      },
      contact: change.endContacts.map(({ id, validFrom }) => ({
        id,
        valid_to: lastDay(validFrom),
        preferred: false,
      })),
      membership: [
        ...change.endMemberships.map(({ id, validFrom, paidUntil }) => ({
          id,
          valid_to: validFrom > yesterday ? null : yesterday,
          replaced_at: validFrom > yesterday ? context.now.toISOString() : null,
          paid_until: paidUntil,
        })),
        ...change.paidUntil.map(({ membership, paidUntil }) => ({
          id: membership.id,
          valid_to: null,
          replaced_at: null,
          paid_until: paidUntil,
        })),
      ],
      field_value: change.endFields.map(({ id, validFrom }) => ({ id, valid_to: lastDay(validFrom) })),
    },
  }
}

function shieldOf({ maker }: ImportWriter, existing: ExistingPerson) {
  return {
    organisation_id: maker.organisationId,
    person_id: existing.id,
    home_unit_id: existing.homeUnitId,
    protected: false,
  }
}

function newRows(writer: ImportWriter, { existing, change }: ChangedRow) {
  const { context, runId, maker, tags } = writer
  const shield = shieldOf(writer, existing)
  const from = { source: maker.source, recorded_at: context.now, run_id: runId }
  return {
    contacts: change.addContacts.map(({ kind, value, address, preferred }) =>
      everyColumn({
        ...shield,
        id: newId(),
        ...contactColumns(kind === 'address' ? { kind, address: address! } : { kind, value }),
        preferred,
        verified_at: null,
        valid_from: maker.day,
        ...from,
      }),
    ),
    memberships: change.addMemberships.map((each) => ({
      ...shield,
      id: newId(),
      unit_id: each.unitId,
      kind: each.kind,
      status: each.status,
      valid_from: each.from,
      valid_to: null,
      paid_until: each.paidUntil,
      reason: '',
      ...from,
    })),
    tags: change.addTags.map((tag) => ({
      ...shield,
      tag_id: tags.get(tag.toLowerCase())!,
      since: context.now,
      run_id: runId,
    })),
    fields: change.addFields.map(({ fieldId, value }) => ({
      ...shield,
      id: newId(),
      field_id: fieldId,
      value,
      valid_from: maker.day,
      recorded_at: context.now,
      run_id: runId,
    })),
  }
}
