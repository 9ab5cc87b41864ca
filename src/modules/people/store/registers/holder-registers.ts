import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { fullName } from '../../rules/names.ts'
import type { RegisterTable } from '../../rules/registers/register-columns.ts'
import { postNameOf } from '../posts/post-name-of.ts'
import { readPostNames } from '../posts/post-names.ts'
import { readMandates } from '../posts/read-mandates.ts'
import { readRemunerations } from '../posts/read-remunerations.ts'
import { readTerms } from '../posts/read-terms.ts'
import { sorted } from './body-registers.ts'
import type { RegisterWords } from './register-words.ts'

/** Who has held which seat in our bodies, whenever. */
export async function termRegister(db: Transaction<Tables>, { t }: RegisterWords): Promise<RegisterTable> {
  const names = await readPostNames(db)
  const terms = await readTerms(db)
  return {
    columns: [
      'personId',
      'name',
      'body',
      'role',
      'standing',
      'from',
      'to',
      'appointedBy',
      'decision',
      'endedReason',
    ],
    rows: sorted(
      terms.map((term) => [
        term.personId,
        fullName(term),
        names.bodies.get(term.bodyId) ?? '',
        names.seats.get(term.postId)?.label ?? '',
        t(`register.standing.${term.standing}`),
        term.validFrom,
        term.validTo ?? '',
        term.appointedByBodyId ? (names.bodies.get(term.appointedByBodyId) ?? '') : '',
        term.decision,
        term.endedReason,
      ]),
      [2, 3, 5, 1],
    ),
    personIds: terms.map((term) => term.personId),
  }
}

/** Who has been a member of which network, whenever. */
export async function networkMemberRegister(db: Transaction<Tables>): Promise<RegisterTable> {
  const { rows } = await sql<{
    personId: string
    givenName: string
    familyName: string
    body: string
    validFrom: string
    validTo: string | null
  }>`
    select member.person_id as "personId", person.given_name as "givenName", person.family_name as "familyName",
      body.name as body, member.valid_from as "validFrom", member.valid_to as "validTo"
    from people.body_member member
    join people.person person on person.organisation_id = member.organisation_id and person.id = member.person_id
    join organisation.body body on body.organisation_id = member.organisation_id and body.id = member.body_id
    where member.replaced_at is null and person.merged_into is null and person.erased_at is null`.execute(db)
  return {
    columns: ['personId', 'name', 'body', 'from', 'to'],
    rows: sorted(
      rows.map((row) => [row.personId, fullName(row), row.body, row.validFrom, row.validTo ?? '']),
      [2, 1, 3],
    ),
    personIds: rows.map((row) => row.personId),
  }
}

/** Who has had which mandate in a public body, whenever. */
export async function mandateRegister(
  db: Transaction<Tables>,
  { t, yes }: RegisterWords,
): Promise<RegisterTable> {
  const bodies = await readPublicBodyNames(db)
  const mandates = await readMandates(db)
  return {
    columns: [
      'personId',
      'name',
      'publicBody',
      'area',
      'seatKind',
      'post',
      'partyGroup',
      'from',
      'to',
      'appointedBy',
      'viaAgreement',
      'endedReason',
      'namePublic',
    ],
    rows: sorted(
      mandates.map((mandate) => [
        mandate.personId,
        fullName(mandate),
        bodies.get(mandate.postId)?.name ?? '',
        bodies.get(mandate.postId)?.area ?? '',
        t(`register.seatKind.${mandate.seatKind}`),
        mandate.post === '' ? '' : t(`register.post.${mandate.post}`),
        mandate.partyGroup,
        mandate.validFrom,
        mandate.validTo ?? '',
        mandate.appointedBy,
        mandate.viaAgreement,
        mandate.endedReason,
        yes(mandate.namePublic),
      ]),
      [3, 2, 1, 7],
    ),
    personIds: mandates.map((mandate) => mandate.personId),
  }
}

/** What persons have been paid for, whenever: degrees and hours, no sums of money. */
export async function remunerationRegister(
  db: Transaction<Tables>,
  { t, yes }: RegisterWords,
): Promise<RegisterTable> {
  const names = await readPostNames(db)
  const terms = await readTerms(db)
  const mandates = await readMandates(db)
  const paid = await readRemunerations(db)
  return {
    columns: [
      'personId',
      'name',
      'paidFor',
      'kind',
      'degree',
      'areas',
      'from',
      'to',
      'reason',
      'endedReason',
      'temporary',
      'purpose',
      'supportedUnits',
      'hours',
    ],
    rows: sorted(
      paid.map((row) => [
        row.personId,
        fullName(row),
        postNameOf(row, names, terms, mandates),
        t(`register.paid.${row.kind}`),
        row.degree ?? '',
        row.areas.join(', '),
        row.validFrom,
        row.validTo ?? '',
        row.reason,
        row.endedReason,
        yes(row.temporary),
        row.purpose,
        row.supportedUnitIds.map((id) => names.units.get(id) ?? '').join(', '),
        row.hours ?? '',
      ]),
      [1, 2, 6],
    ),
    personIds: paid.map((row) => row.personId),
  }
}

/** What each public body is called now, and where it is. */
async function readPublicBodyNames(db: Transaction<Tables>) {
  const rows = await db
    .selectFrom('organisation.public_body as body')
    .innerJoin('organisation.public_body_record as record', (join) =>
      join
        .onRef('record.organisation_id', '=', 'body.organisation_id')
        .onRef('record.public_body_id', '=', 'body.id'),
    )
    .select(['body.id', 'body.area_name as area', 'record.name'])
    .where('record.replaced_at', 'is', null)
    .orderBy('record.valid_from')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
