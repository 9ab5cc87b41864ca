import type { Operation } from '#platform/operations/operation.ts'
import { addContact } from './add-contact.ts'
import { addExtraMembership } from './add-extra-membership.ts'
import { addNote } from './add-note.ts'
import { archiveField } from './archive-field.ts'
import { archiveTag } from './archive-tag.ts'
import { changeContact } from './change-contact.ts'
import { changeField } from './change-field.ts'
import { countMembers } from './count-members.ts'
import { createField } from './create-field.ts'
import { createPerson } from './create-person.ts'
import { createTag } from './create-tag.ts'
import { endContact } from './end-contact.ts'
import { getPerson } from './get-person.ts'
import { getProtectedPerson } from './get-protected-person.ts'
import { giveConsent } from './give-consent.ts'
import { listConsentWordings } from './list-consent-wordings.ts'
import { listFields } from './list-fields.ts'
import { listMembers } from './list-members.ts'
import { listMoves } from './list-moves.ts'
import { listPersons } from './list-persons.ts'
import { listProtectedPersons } from './list-protected-persons.ts'
import { listTags } from './list-tags.ts'
import { movePerson } from './move-person.ts'
import { protectPerson } from './protect-person.ts'
import { removeNote } from './remove-note.ts'
import { renameTag } from './rename-tag.ts'
import { revealPersonalNumber } from './reveal-personal-number.ts'
import { searchSkills } from './search-skills.ts'
import { setConsentWording } from './set-consent-wording.ts'
import { setEngagement } from './set-engagement.ts'
import { setFieldValue } from './set-field-value.ts'
import { setMembership } from './set-membership.ts'
import { setPaidUntil } from './set-paid-until.ts'
import { tagPerson } from './tag-person.ts'
import { unprotectPerson } from './unprotect-person.ts'
import { untagPerson } from './untag-person.ts'
import { updatePerson } from './update-person.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export const personsOperations: readonly Operation[] = [
  listPersons,
  getPerson,
  createPerson,
  updatePerson,
  revealPersonalNumber,
  addContact,
  changeContact,
  endContact,
  setMembership,
  setPaidUntil,
  addExtraMembership,
  movePerson,
  listMoves,
  listMembers,
  countMembers,
  listConsentWordings,
  setConsentWording,
  giveConsent,
  withdrawConsent,
  listTags,
  createTag,
  renameTag,
  archiveTag,
  tagPerson,
  untagPerson,
  listFields,
  createField,
  changeField,
  archiveField,
  setFieldValue,
  addNote,
  removeNote,
  setEngagement,
  searchSkills,
  protectPerson,
  unprotectPerson,
  listProtectedPersons,
  getProtectedPerson,
]
