import type { Updateable } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { searchKey } from '../../rules/names.ts'
import { personalNumberMark } from '../person-rows.ts'
import { recordEvent, type Shield } from '../record-event.ts'
import { orNumberTaken } from './number-taken.ts'

/** What is left out stays as it is. */
export type PersonChanges = {
  givenName?: string | undefined
  familyName?: string | undefined
  birthDate?: string | null | undefined
  /** `19121212-1212` */
  personalNumber?: string | null | undefined
  language?: 'sv' | 'en' | undefined
  languages?: string[] | undefined
  accessibility?: string | undefined
}

/**
 * Writes changes of who somebody is, each with what stood before in the timeline; of a personal number only that it
 * was changed.
 * @param person locked by `personForChange`
 * @throws {Problem} notPossibleNow when the personal number is somebody else's
 */
export async function updatePerson(
  context: OperationContext,
  person: Shield,
  changes: PersonChanges,
): Promise<void> {
  const { db, services } = context
  const before = await db
    .selectFrom('people.person')
    .selectAll()
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const set: Updateable<Tables['people.person']> = {}
  const events: { field: string; before: string; after: string }[] = []
  const change = (
    field: keyof PersonChanges,
    was: string,
    becomes: string | undefined,
    columns: typeof set,
  ) => {
    if (becomes === undefined || becomes === was) return
    Object.assign(set, columns)
    events.push({ field, before: was, after: becomes })
  }
  const { givenName, familyName, birthDate, language, languages, accessibility, personalNumber } = changes
  change('givenName', before.given_name, givenName, {
    given_name: givenName ?? '',
    given_key: searchKey(givenName ?? ''),
  })
  change('familyName', before.family_name, familyName, {
    family_name: familyName ?? '',
    family_key: searchKey(familyName ?? ''),
  })
  change('birthDate', before.birth_date ?? '', birthDate === undefined ? undefined : (birthDate ?? ''), {
    birth_date: birthDate ?? null,
  })
  change('language', before.language, language, { language: language ?? 'sv' })
  change('languages', before.languages.join(', '), languages?.join(', '), { languages: languages ?? [] })
  change('accessibility', before.accessibility, accessibility, { accessibility: accessibility ?? '' })
  if (personalNumber !== undefined) {
    const hash = personalNumber === null ? null : services.keyedHash(personalNumberMark(personalNumber))
    if (hash !== before.personal_number_hash) {
      set.personal_number_hash = hash
      set.personal_number_sealed = personalNumber === null ? null : services.sealer.seal(personalNumber)
      events.push({ field: 'personalNumber', before: '', after: '' })
    }
  }
  if (events.length === 0) return
  await orNumberTaken(db.updateTable('people.person').set(set).where('id', '=', person.id).execute())
  for (const event of events) await recordEvent(context, person, 'changed', event)
}
