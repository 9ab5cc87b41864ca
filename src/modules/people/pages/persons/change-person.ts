import { data, redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf, type Visit } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { affiliationKinds } from '../../rules/affiliations/kinds.ts'
import { contactKinds } from '../../rules/contact.ts'
import { standings } from '../../rules/membership.ts'
import { removeAffiliation } from '../../operations/affiliations/remove-affiliation.ts'
import { recordAffiliation } from '../../operations/affiliations/record-affiliation.ts'
import { addContact } from '../../operations/persons/add-contact.ts'
import { addExtraMembership } from '../../operations/persons/add-extra-membership.ts'
import { addNote } from '../../operations/persons/add-note.ts'
import { changeContact } from '../../operations/persons/change-contact.ts'
import { endContact } from '../../operations/persons/end-contact.ts'
import { giveConsent } from '../../operations/persons/give-consent.ts'
import { movePerson } from '../../operations/persons/move-person.ts'
import { consentChannels } from '../../operations/persons/record-shape.ts'
import { removeNote } from '../../operations/persons/remove-note.ts'
import { revealPersonalNumber } from '../../operations/persons/reveal-personal-number.ts'
import { setEngagement } from '../../operations/persons/set-engagement.ts'
import { setFieldValue } from '../../operations/persons/set-field-value.ts'
import { setMembership } from '../../operations/persons/set-membership.ts'
import { setPaidUntil } from '../../operations/persons/set-paid-until.ts'
import { tagPerson } from '../../operations/persons/tag-person.ts'
import { untagPerson } from '../../operations/persons/untag-person.ts'
import { withdrawConsent } from '../../operations/persons/withdraw-consent.ts'

type Fields = { field(name: string): string; all(name: string): string[]; has(name: string): boolean }

/** What can be done on a person's page, each by a form of its own: which one is in its field `change`. */
const changes = {
  addContact: (visit: Visit, personId: string, form: Fields) =>
    visit.call(addContact, { personId, ...writtenContact(form) }),
  changeContact: (visit: Visit, personId: string, form: Fields) =>
    visit.call(changeContact, { personId, contactId: form.field('contactId'), ...writtenContact(form) }),
  endContact: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(endContact, { personId, contactId: field('contactId') }),
  membership: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(setMembership, {
      personId,
      unitId: field('unitId'),
      status: standings.find((each) => each === field('status')) ?? 'active',
      ...(field('from') ? { from: field('from') } : {}),
      ...(field('reason') ? { reason: field('reason') } : {}),
    }),
  paidUntil: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(setPaidUntil, {
      personId,
      unitId: field('unitId'),
      paidUntil: field('paidUntil') || null,
    }),
  extra: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(addExtraMembership, {
      personId,
      unitId: field('unitId'),
      kind: field('kind') === 'guest' ? 'guest' : 'extra',
      ...(field('from') ? { from: field('from') } : {}),
    }),
  move: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(movePerson, {
      personId,
      toUnitId: field('toUnitId'),
      ...(field('from') ? { from: field('from') } : {}),
    }),
  tag: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(tagPerson, { personId, tagId: field('tagId') }),
  untag: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(untagPerson, { personId, tagId: field('tagId') }),
  consent: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(giveConsent, {
      personId,
      wordingId: field('wordingId'),
      channel: consentChannels.find((each) => each === field('channel')) ?? 'any',
      through: field('through'),
    }),
  withdraw: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(withdrawConsent, { personId, consentId: field('consentId') }),
  field: (visit: Visit, personId: string, { field, all }: Fields) =>
    visit.call(setFieldValue, { personId, fieldId: field('fieldId'), values: all('values') }),
  note: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(addNote, { personId, text: field('text') }),
  removeNote: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(removeNote, { personId, noteId: field('noteId') }),
  affiliation: (visit: Visit, personId: string, { field, has }: Fields) =>
    visit.call(recordAffiliation, {
      personId,
      // Not agreed is said by the operation, in words.
      agreed: has('agreed') as true,
      kind: affiliationKinds.find((each) => each === field('kind')) ?? 'association',
      name: field('name'),
      role: field('role'),
    }),
  removeAffiliation: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(removeAffiliation, { personId, affiliationId: field('affiliationId') }),
  engagement: (visit: Visit, personId: string, { field }: Fields) =>
    visit.call(setEngagement, {
      personId,
      consentId: field('consentId'),
      interests: words(field('interests')),
      skills: words(field('skills')),
      affiliations: words(field('affiliations')),
      availability: field('availability'),
      visibility: field('visibility') === 'district' ? 'district' : 'unit',
    }),
}
export type PersonChange = keyof typeof changes
export const personChanges = Object.keys(changes) as PersonChange[]

/** The forms of a person's page: carries one out and leads back to the part it was about. */
export async function changePersonPage({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const personId = params['person'] ?? ''
  const form = await request.formData()
  const fields: Fields = {
    field: (name) => String(form.get(name) ?? '').trim(),
    all: (name) => form.getAll(name).map(String),
    has: (name) => form.has(name),
  }
  if (fields.field('change') === 'reveal') {
    return orFormProblem(visit, peopleTexts, form, async () => {
      const { personalNumber } = await visit.call(revealPersonalNumber, { personId })
      // Shown once, in the answer to the one who asked; it is at no address.
      return data({ personalNumber }, { headers: { 'cache-control': 'no-store' } })
    })
  }
  const change = personChanges.find((each) => each === fields.field('change')) ?? 'note'
  return orFormProblem(visit, peopleTexts, form, async () => {
    await changes[change](visit, personId, fields)
    return redirect(`/people/${personId}?done=${change}`)
  })
}

function writtenContact({ field, has }: Fields) {
  return {
    kind: contactKinds.find((each) => each === field('kind')) ?? 'email',
    value: field('value'),
    careOf: field('careOf'),
    street: field('street'),
    postalCode: field('postalCode'),
    city: field('city'),
    country: field('country'),
    ...(has('preferred') ? { preferred: true } : {}),
  }
}

/** Words written after one another, between commas or on lines of their own. */
function words(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
}
