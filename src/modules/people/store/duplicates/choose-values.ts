import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { contactChoices, type Choices, type ContactChoice } from '../../rules/duplicates/choices.ts'
import type { AboutPerson } from './merge-record.ts'

/** Writes the chosen values into the staying person's own row; what nobody can choose between is put together. */
export async function choosePersonValues(
  { db, now }: OperationContext,
  keptId: string,
  otherId: string,
  choices: Choices,
): Promise<void> {
  const rows = await db.selectFrom('people.person').selectAll().where('id', 'in', [keptId, otherId]).execute()
  const kept = rows.find((row) => row.id === keptId)!
  const other = rows.find((row) => row.id === otherId)!
  const of = (side: 'kept' | 'other') => (side === 'kept' ? kept : other)
  const [name, number] = [of(choices.name), of(choices.personalNumber)]
  if (choices.homeUnit === 'other') await endHomeMembership({ db, now }, keptId)
  await db
    .updateTable('people.person')
    .set({
      given_name: name.given_name,
      family_name: name.family_name,
      given_key: name.given_key,
      family_key: name.family_key,
      birth_date: of(choices.birthDate).birth_date,
      personal_number_sealed: number.personal_number_sealed,
      personal_number_hash: number.personal_number_hash,
      home_unit_id: of(choices.homeUnit).home_unit_id,
      language: of(choices.language).language,
      languages: [...new Set([...kept.languages, ...other.languages])],
      accessibility: [...new Set([kept.accessibility, other.accessibility])]
        .filter(Boolean)
        .join('\n')
        .slice(0, 2000),
      revision: kept.revision + 1,
    })
    .where('id', '=', keptId)
    .execute()
}

/** The other record's home membership is the one that goes on. */
async function endHomeMembership({ db, now }: Pick<OperationContext, 'db' | 'now'>, keptId: string) {
  const day = today(now)
  await db
    .updateTable('people.membership')
    .set((each) => ({ valid_to: each.fn<string>('greatest', ['valid_from', each.val(day)]) }))
    .where('person_id', '=', keptId)
    .where('kind', '=', 'home')
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
}

/**
 * Lets the chosen ways to reach the person stand: those not chosen end today, those that are the same on both records
 * stand once, and one of each kind is preferred.
 * @param before whose each contact was
 */
export async function chooseContacts(
  { db, now }: OperationContext,
  before: readonly AboutPerson[],
  { keptId, otherId }: { keptId: string; otherId: string },
  choices: Choices,
): Promise<void> {
  for (const kind of contactChoices) {
    const of = (personId: string) => openContacts(before, personId, kind)
    const [kept, other] = [of(keptId), of(otherId)]
    const choice = standing(choices[kind], kept.length, other.length)
    const first = choice === 'other' ? [...other, ...kept] : [...kept, ...other]
    const values = new Set<string>()
    const ended = first.filter((contact) => {
      const isChosen = choice === 'both' || (choice === 'other' ? other : kept).includes(contact)
      const isThere = values.has(contact.value)
      values.add(contact.value)
      return !isChosen || isThere
    })
    const open = first.filter((contact) => !ended.includes(contact))
    const preferred = open.find((contact) => contact.preferred) ?? null
    await endContacts(db, ended, today(now))
    const second = open.filter((contact) => contact.preferred && contact !== preferred)
    await unsetPreferred(db, [...ended.filter((contact) => contact.preferred), ...second])
  }
}

type OpenContact = { id: string; value: string; preferred: boolean }

/** An address is one; nothing ends where there is nothing to take its place. */
function standing(choice: Choices[ContactChoice], kept: number, other: number): Choices[ContactChoice] {
  if (kept === 0) return 'other'
  if (other === 0) return 'kept'
  return choice
}

function openContacts(rows: readonly AboutPerson[], personId: string, kind: ContactChoice): OpenContact[] {
  return rows
    .filter(({ about, content }) => about === 'people.contact' && content['person_id'] === personId)
    .map(({ content }) => content as OpenContact & { kind: string; valid_to: string | null })
    .filter((contact) => contact.kind === kind && contact.valid_to === null)
    .toSorted((one, two) => one.id.localeCompare(two.id))
}

async function endContacts(db: OperationContext['db'], contacts: readonly OpenContact[], day: string) {
  if (contacts.length === 0) return
  await db
    .updateTable('people.contact')
    .set((each) => ({ valid_to: each.fn<string>('greatest', ['valid_from', each.val(day)]) }))
    .where(
      'id',
      'in',
      contacts.map(({ id }) => id),
    )
    .execute()
}

async function unsetPreferred(db: OperationContext['db'], contacts: readonly OpenContact[]) {
  if (contacts.length === 0) return
  await db
    .updateTable('people.contact')
    .set({ preferred: false })
    .where(
      'id',
      'in',
      contacts.map(({ id }) => id),
    )
    .execute()
}
