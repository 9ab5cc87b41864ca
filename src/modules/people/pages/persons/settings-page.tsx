import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { PageHead, Stack } from '#web/ui/index.ts'
import { listConsentWordings } from '../../operations/persons/list-consent-wordings.ts'
import { listFields } from '../../operations/persons/list-fields.ts'
import { listTags } from '../../operations/persons/list-tags.ts'
import { createField } from '../../operations/persons/create-field.ts'
import { setConsentWording } from '../../operations/persons/set-consent-wording.ts'
import { organisers, registrars } from '../../people-roles.ts'
import { changeSettings, settingChanges } from './change-settings.ts'
import { personsTexts } from './persons-texts.ts'
import { reachedUnits } from './reached-units.ts'
import { RegisterLinks } from './register-links.tsx'
import { registerParts } from './register-parts.ts'
import { FieldSettings } from './field-settings.tsx'
import { TagSettings } from './tag-settings.tsx'
import { WordingSettings } from './wording-settings.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'part.settings', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const [{ tags }, { fields }, { wordings }, tagUnits, fieldUnits] = await Promise.all([
    orProblemPage(visit.call(listTags, { counted: true })),
    orProblemPage(visit.call(listFields, {})),
    orProblemPage(visit.call(listConsentWordings, {})),
    reachedUnits(visit, organisers),
    reachedUnits(visit, registrars),
  ])
  const done = new URL(request.url).searchParams.get('done')
  return {
    tags,
    fields,
    wordings,
    tagUnits,
    fieldUnits: visit.may(createField) ? fieldUnits : [],
    mayWord: visit.may(setConsentWording),
    parts: registerParts(visit),
    done: settingChanges.find((each) => each === done) ?? null,
  }
}

export const action = changeSettings

/** What a register is made of beside its persons: tags, fields of the organisation's own, words for consents. */
export default function SettingsPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(personsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('part.settings')}
        lead={t('settingsLead')}
      />
      <RegisterLinks parts={shown.parts} current="settings" />
      <FormNotices done={shown.done ? t('saved') : null} problem={problem} sayFields="any" />
      <Stack>
        <TagSettings tags={shown.tags} units={shown.tagUnits} problem={problem} />
        <FieldSettings fields={shown.fields} units={shown.fieldUnits} problem={problem} />
        <WordingSettings wordings={shown.wordings} mayWord={shown.mayWord} problem={problem} />
      </Stack>
    </>
  )
}
