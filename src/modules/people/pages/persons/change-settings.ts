import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { archiveField } from '../../operations/persons/archive-field.ts'
import { archiveTag } from '../../operations/persons/archive-tag.ts'
import { changeField } from '../../operations/persons/change-field.ts'
import { createField } from '../../operations/persons/create-field.ts'
import { createTag } from '../../operations/persons/create-tag.ts'
import { renameTag } from '../../operations/persons/rename-tag.ts'
import { setConsentWording } from '../../operations/persons/set-consent-wording.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'

/** What can be done on the settings' page, each by a form of its own. */
export const settingChanges = [
  'createTag',
  'renameTag',
  'archiveTag',
  'createField',
  'changeField',
  'archiveField',
  'wording',
] as const
export type SettingChange = (typeof settingChanges)[number]

const part: Record<SettingChange, string> = {
  createTag: 'tags',
  renameTag: 'tags',
  archiveTag: 'tags',
  createField: 'fields',
  changeField: 'fields',
  archiveField: 'fields',
  wording: 'wordings',
}

/** The forms of the settings' page: carries one out and leads back to its part. */
export async function changeSettings({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const lines = (name: string) =>
    field(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const seen = () => ({
    visibleTo: form.has('organiser') ? ['organiser' as const] : [],
    ownPage: form.has('ownPage'),
  })
  const change = settingChanges.find((each) => each === field('change')) ?? 'createTag'
  const carriedOut = () => {
    switch (change) {
      case 'createTag':
        return visit.call(createTag, { unitId: field('unitId'), name: field('name') })
      case 'renameTag':
        return visit.call(renameTag, { tagId: field('tagId'), name: field('name') })
      case 'archiveTag':
        return visit.call(archiveTag, { tagId: field('tagId') })
      case 'createField':
        return visit.call(createField, {
          unitId: field('unitId'),
          key: field('key'),
          label: field('label'),
          type: fieldTypes.find((each) => each === field('type')) ?? 'text',
          choices: lines('choices'),
          ...seen(),
        })
      case 'changeField':
        return visit.call(changeField, {
          fieldId: field('fieldId'),
          label: field('label'),
          ...(form.has('choices') ? { choices: lines('choices') } : {}),
          ...seen(),
        })
      case 'archiveField':
        return visit.call(archiveField, { fieldId: field('fieldId') })
      case 'wording':
        return visit.call(setConsentWording, {
          purpose: field('purpose'),
          swedish: field('swedish'),
          english: field('english'),
          months: field('months') ? Number(field('months')) : null,
        })
    }
  }
  return orFormProblem(visit, peopleTexts, form, async () => {
    await carriedOut()
    return redirect(`/people/settings?done=${change}#${part[change]}`)
  })
}
