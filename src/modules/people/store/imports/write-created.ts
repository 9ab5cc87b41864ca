import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { ImportedPerson } from '../../rules/imports/imported-person.ts'
import type { Belonging } from '../../rules/imports/plan-change.ts'
import type { Standing } from '../../rules/membership.ts'
import { personRows, type NewContact, type RowMaker } from '../person-rows.ts'
import { writeRows } from '../write-rows.ts'

export type CreatedRow = { person: ImportedPerson; belonging: Belonging }

/** What rows of an import are written with. */
export type ImportWriter = {
  context: OperationContext
  runId: string
  maker: RowMaker
  /** Whose import it is. */
  unitId: string
  standing: Standing
  /** The tags' ids by their names in small letters. */
  tags: ReadonlyMap<string, string>
}

/** Writes new persons with everything their rows said. That they came is told by `person.run_id`. */
export async function writeCreated(writer: ImportWriter, created: readonly CreatedRow[]): Promise<void> {
  const { context, maker, runId, tags, standing } = writer
  const made = created.map(({ person, belonging }) => ({
    person,
    rows: personRows(
      {
        homeUnitId: belonging.kind === 'home' ? belonging.unitId : writer.unitId,
        givenName: person.givenName,
        familyName: person.familyName,
        birthDate: person.birthDate,
        personalNumber: person.personalNumber,
        ...(person.language ? { language: person.language } : {}),
        lawfulBasis: 'membership',
        contacts: contactsOf(person),
        memberships: [
          {
            unitId: belonging.unitId,
            kind: belonging.kind,
            status: person.standing ?? standing,
            from: person.memberSince ?? maker.day,
            paidUntil: person.paidUntil,
          },
        ],
      },
      maker,
    ),
  }))
  const { db } = context
  await writeRows(
    db,
    'people.person',
    made.map(({ rows }) => rows.person),
  )
  await writeRows(
    db,
    'people.membership',
    made.flatMap(({ rows }) => rows.memberships),
  )
  await writeRows(
    db,
    'people.contact',
    made.flatMap(({ rows }) => rows.contacts.map(everyColumn)),
  )
  const shields = made.map(({ person, rows }) => ({
    person,
    shield: {
      organisation_id: maker.organisationId,
      person_id: rows.person.id,
      home_unit_id: rows.person.home_unit_id,
      protected: false,
    },
  }))
  await writeRows(
    db,
    'people.person_tag',
    shields.flatMap(({ person, shield }) =>
      person.tags.map((tag) => ({
        ...shield,
        tag_id: tags.get(tag.toLowerCase())!,
        since: context.now,
        run_id: runId,
      })),
    ),
  )
  await writeRows(
    db,
    'people.field_value',
    shields.flatMap(({ person, shield }) =>
      person.fields.flatMap(({ fieldId, values }) =>
        values.map((value) => ({
          ...shield,
          id: newId(),
          field_id: fieldId,
          value,
          valid_from: maker.day,
          recorded_at: context.now,
          run_id: runId,
        })),
      ),
    ),
  )
}

function contactsOf({ emails, phones, address }: ImportedPerson): NewContact[] {
  return [
    ...emails.map((value, at) => ({ kind: 'email' as const, value, preferred: at === 0 })),
    ...phones.map((value, at) => ({ kind: 'phone' as const, value, preferred: at === 0 })),
    ...(address ? [{ kind: 'address' as const, address, preferred: true }] : []),
  ]
}

/** Only an address has its parts; rows that are written together have the same columns. */
export function everyColumn<Row extends object>(row: Row) {
  return { care_of: '', street: '', postal_code: '', city: '', country: '', ...row }
}
